import { describe, expect, it } from 'vitest'
import { createGlide, glideTime } from './glide.ts'
import { layoutOf, smallFamily } from './testkit.ts'

describe('the glide between layouts', () => {
  it('starts where nodes were and ends where they belong', () => {
    const from = smallFamily('right')
    const to = smallFamily('down')
    const glide = createGlide(from, from, to)!
    expect(glide.at(0).x[1]).toBe(200)
    const end = glide.at(glideTime)
    expect([...end.x]).toEqual([...to.x])
    expect([...end.y]).toEqual([...to.y])
  })

  it('is not there when nothing moves', () => {
    expect(createGlide(smallFamily(), smallFamily(), smallFamily())).toBeNull()
  })

  it('lets unfolded nodes sprout from their parent and puts new ones in place at once', () => {
    const folded = layoutOf([
      ['root', null, 0, 0, 100, 40],
      ['a', 'root', 200, 0, 100, 40],
    ])
    folded.hidden[1] = 1
    const open = layoutOf([
      ['root', null, 0, 20, 100, 40],
      ['a', 'root', 200, 20, 100, 40],
      ['a1', 'a', 400, 20, 100, 40],
      ['new', 'root', 200, 80, 100, 40],
    ])
    const start = createGlide(folded, folded, open)!.at(0)
    expect([start.x[2], start.y[2]]).toEqual([200, 0])
    expect([start.x[3], start.y[3]]).toEqual([200, 80])
  })
})
