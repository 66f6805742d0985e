import { describe, expect, test } from 'vitest'
import { axisColourCount, axisColours, themes } from './palette.ts'

type Rgb = readonly [r: number, g: number, b: number]

const toLinear = (c: number) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
const rgb = (hex: string): Rgb =>
  [1, 3, 5].map((at) => toLinear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Rgb
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
const times = (rows: readonly Rgb[], [r, g, b]: Rgb) =>
  rows.map((row) => Math.min(1, Math.max(0, row[0] * r + row[1] * g + row[2] * b))) as unknown as Rgb

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(rgb(a)), luminance(rgb(b))].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Machado, Oliveira and Fernandes (2009), severity 1. */
const sights: Record<string, readonly Rgb[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}

/** Distance in OKLab, in hundredths: about 2 is a difference one can just see side by side. */
function distance(a: Rgb, b: Rgb): number {
  const [p, q] = [toOklab(a), toOklab(b)]
  return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

function toOklab(colour: Rgb): Rgb {
  const lms = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  )
  const [l, m, s] = lms.map(Math.cbrt) as unknown as Rgb
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

describe.each(Object.values(themes))('theme $name', (theme) => {
  const all = [theme.ambition, theme.neutral, ...theme.axes]

  test('has eight axis colours and begins again with the ninth axis', () => {
    expect(theme.axes).toHaveLength(axisColourCount)
    expect(axisColours(theme, 8)).toBe(theme.axes[0])
    expect(axisColours(theme, -1)).toBe(theme.neutral)
  })

  test('text has a contrast of 4.5 or more (WCAG 1.4.3)', () => {
    for (const ground of [theme.paper, theme.surface, ...all.map((axis) => axis.fill)]) {
      expect(contrast(theme.ink, ground)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(theme.muted, ground)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(theme.alert, ground)).toBeGreaterThanOrEqual(4.5)
    }
    for (const axis of all) {
      expect(contrast(axis.onFill, axis.fill)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(axis.onStrong, axis.strong)).toBeGreaterThanOrEqual(4.5)
    }
  })

  test('borders and lines have a contrast of 3 or more (WCAG 1.4.11)', () => {
    for (const colour of [theme.line, theme.focus, ...all.map((axis) => axis.strong)]) {
      expect(contrast(colour, theme.paper)).toBeGreaterThanOrEqual(3)
      expect(contrast(colour, theme.surface)).toBeGreaterThanOrEqual(3)
    }
  })

  test.each(Object.keys(sights))('axes can be told apart with %s sight', (sight) => {
    const seen = theme.axes.map((axis) => times(sights[sight]!, rgb(axis.strong)))
    for (const [i, a] of seen.entries())
      for (const b of seen.slice(i + 1)) expect(distance(a, b)).toBeGreaterThanOrEqual(8)
  })

  test('axes differ in grey', () => {
    const greys = theme.axes.map((axis) => luminance(rgb(axis.strong))).map((y): Rgb => [y, y, y])
    for (const [i, a] of greys.entries())
      for (const b of greys.slice(i + 1)) expect(distance(a, b)).toBeGreaterThanOrEqual(3.5)
  })
})
