import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/request-language.ts')

/** @type {import('next').NextConfig} */
const config = {
  // Separate build directories let a development server and a production build live side by side.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // Our own server prints this address in development; Next itself only expects localhost.
  allowedDevOrigins: ['127.0.0.1'],
  // One copy of yjs for our own server and for Next's bundles; native drivers stay outside the bundles.
  serverExternalPackages: [
    'yjs',
    'y-protocols',
    'lib0',
    '@libsql/client',
    'pg',
    '@node-rs/argon2',
    '@resvg/resvg-js',
    'wawoff2',
    'pino',
    'prom-client',
  ],
}

export default withNextIntl(config)
