import { expect, it } from 'vitest'
import type { Face } from '#lib/layout/face.ts'
import { textWidth } from '#lib/layout/measure.ts'
import { cardsFrom, titlesFrom } from './detail.ts'
import { farStepAt, farTitle } from './far-title.ts'

const face = (kind: 'effort' | 'axis', size: number, height = 84): Face => ({
  width: 212,
  height,
  kind,
  status: null,
  axis: 0,
  ground: 'card',
  outline: '',
  fold: '',
  borderWidth: 1,
  dashed: false,
  texts: [{ text: '', role: 'title', x: 12, y: 20, size, weight: 400, paint: 'text' }],
  glyphs: [],
  owner: null,
})

const zooms = [0.64, 0.5, 0.42, 0.36, 0.3, 0.25, 0.2, titlesFrom]
const title = 'Beeldbellen met de huisarts in de hele regio mogelijk maken'

it('begins in the type and at the place of the card', () => {
  const set = farTitle(face('effort', 14), 'Kort', farStepAt(cardsFrom))
  expect(set.size).toBeCloseTo(14)
  expect(set.x).toBe(12)
})

it('stays readable on the screen and inside its node', () => {
  for (const zoom of zooms) {
    const set = farTitle(face('effort', 14), title, farStepAt(zoom))
    expect(set.size * zoom).toBeGreaterThan(7)
    expect(set.size * zoom).toBeLessThan(11)
    const last = set.y + (set.lines.length - 1) * set.step
    expect(last).toBeLessThan(84)
    for (const line of set.lines) expect(textWidth(line, set.size)).toBeLessThanOrEqual(212 - set.x)
  }
})

it('shows a whole title where it can and cuts it with an ellipsis where it cannot', () => {
  const whole = farTitle(face('effort', 14), title, farStepAt(0.42))
  expect(whole.lines.join(' ')).toBe(title)
  const cut = farTitle(face('effort', 14), title, farStepAt(0.2))
  expect(cut.lines.at(-1)).toMatch(/…$/)
})

it('keeps the heads larger than the cards', () => {
  const step = farStepAt(0.4)
  const head = farTitle(face('axis', 17), 'Digitale zorg', step)
  const card = farTitle(face('effort', 14), 'Digitale zorg', step)
  expect(head.size).toBeGreaterThan(card.size)
})

it('sets a title once per step of zoom', () => {
  const one = face('effort', 14)
  expect(farTitle(one, title, -5)).toBe(farTitle(one, title, -5))
  expect(farTitle(one, title, -6)).not.toBe(farTitle(one, title, -5))
})
