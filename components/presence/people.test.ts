import { describe, expect, it } from 'vitest'
import type { Peer } from '#components/board/session.ts'
import { peopleOf } from './people.ts'

const peer = (values: Partial<Peer>): Peer => ({
  clientId: 1,
  userId: 'u1',
  name: 'Anna de Vries',
  colour: '#333',
  cursor: null,
  selected: [],
  editing: null,
  seenAt: 0,
  ...values,
})

describe('who is here', () => {
  it('shows a person once, with the sign of life of their latest page', () => {
    const people = peopleOf([
      peer({ clientId: 1, seenAt: 5, editing: 'n1' }),
      peer({ clientId: 2, seenAt: 9 }),
      peer({ clientId: 3, userId: 'u2', name: 'Aad', seenAt: 1 }),
    ])
    expect(people.map(({ name, seenAt, editing }) => [name, seenAt, editing])).toEqual([
      ['Aad', 1, null],
      ['Anna de Vries', 9, 'n1'],
    ])
  })
})
