import type { IncomingMessage } from 'node:http'
import { BlockList, isIPv6 } from 'node:net'

const inside = new BlockList()
for (const [network, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')
inside.addAddress('::1', 'ipv6')
inside.addSubnet('fc00::', 7, 'ipv6')

/** Drops what a request says about where it came from, unless a proxy on a private network may have said it; then sets the address we see. */
export function trustForwarding(request: Pick<IncomingMessage, 'headers' | 'socket'>): void {
  const peer = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  if (inside.check(peer, isIPv6(peer) ? 'ipv6' : 'ipv4') && request.headers['x-forwarded-for']) return
  for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded'])
    delete request.headers[name]
}
