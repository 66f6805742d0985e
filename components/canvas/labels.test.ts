import { expect, it } from 'vitest'
import { apart } from './labels.ts'

const at = (x: number, y: number) => ({ box: { x, y, width: 10, height: 4 } })

it('names what comes first and leaves out what would lie on it', () => {
  const [root, over, beside, below] = [at(0, 0), at(5, 2), at(11, 0), at(0, 5)]
  expect(apart([root, over, beside, below])).toEqual([root, beside, below])
})
