import { describe, expect, it } from 'vitest'
import { smallFamily } from './testkit.ts'
import { firstNode, walkFrom } from './walk.ts'

describe('walking by arrow keys', () => {
  const right = smallFamily('right')
  const down = smallFamily('down')

  it('goes away from the root to the child straightest ahead, and back to the parent', () => {
    expect(walkFrom(right, 'root', 'right')).toBe('a')
    expect(walkFrom(right, 'a', 'left')).toBe('root')
    expect(walkFrom(down, 'root', 'down')).toBe('a')
    expect(walkFrom(down, 'a2', 'up')).toBe('a')
  })

  it('goes across to the nearest node abreast, cousins too', () => {
    expect(walkFrom(right, 'a1', 'down')).toBe('a2')
    expect(walkFrom(right, 'a', 'down')).toBe('b')
    expect(walkFrom(right, 'b', 'up')).toBe('a')
    expect(walkFrom(down, 'a1', 'right')).toBe('a2')
    expect(walkFrom(down, 'b', 'left')).toBe('a')
  })

  it('stays where there is nothing ahead', () => {
    expect(walkFrom(right, 'a1', 'right')).toBeNull()
    expect(walkFrom(right, 'root', 'left')).toBeNull()
    expect(walkFrom(right, 'gone', 'left')).toBeNull()
  })

  it('begins at the first node', () => {
    expect(firstNode(right)).toBe('root')
  })
})
