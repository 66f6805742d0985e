import { expect, it } from 'vitest'
import { keepViewport, readViewport } from './remembered-view.ts'

function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  } as unknown as Storage
}

it('remembers where a person looked, per board', () => {
  const kept = storage()
  keepViewport(kept, 'a', { x: 1, y: -2, zoom: 0.5 })
  expect(readViewport(kept, 'a')).toEqual({ x: 1, y: -2, zoom: 0.5 })
  expect(readViewport(kept, 'b')).toBeNull()
})

it('takes nothing from a broken memory, and does without one', () => {
  const kept = storage()
  kept.setItem('bollenboom.viewport.a', '{"x":1,"y":null,"zoom":0}')
  expect(readViewport(kept, 'a')).toBeNull()
  kept.setItem('bollenboom.viewport.a', 'not json')
  expect(readViewport(kept, 'a')).toBeNull()
  expect(readViewport(null, 'a')).toBeNull()
})
