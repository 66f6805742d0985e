import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { limits } from '#lib/board/schema.ts'
import { board } from '#lib/board/testkit.ts'
import nl from '#lib/i18n/nl/commands.json' with { type: 'json' }
import { commandGroups, type ViewPort } from './command.ts'
import { boardCommands, commandOf, commands } from './index.ts'
import { callCommand, isAvailable, runCommand } from './run.ts'
import { outlineAfter, play, uiOf } from './testkit.ts'

describe('the registry', () => {
  test('has every id once, each with a title and a known group', () => {
    const ids = commands.map((command) => command.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, group } of commands) {
      const [aggregate = '', name = ''] = id.split('.')
      expect((nl as Record<string, unknown>)[aggregate], id).toHaveProperty(name)
      expect(commandGroups).toContain(group)
    }
  })
  test('gives a key to two commands only when they are never both available', () => {
    const seen = new Map<string, string[]>()
    for (const { id, keys } of commands) for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), id])
    expect([...seen].filter(([, ids]) => ids.length > 1)).toEqual([
      ['Delete', ['node.remove', 'link.remove']],
      ['Backspace', ['node.remove', 'link.remove']],
    ])
  })
  test('board commands are exactly those that change a board', () => {
    expect(boardCommands.length).toBeGreaterThan(25)
    expect(boardCommands.every((command) => commandOf(command.id) === command)).toBe(true)
  })
})

describe('running a command', () => {
  const { doc, store } = board('A|')
  test('needs the right to edit', () => {
    for (const role of ['viewer', 'commenter', null] as const) {
      expect(runCommand(doc, store, 'node.add-child', { parent: 'A' }, role)).toMatchObject({
        code: 'right.missing',
      })
    }
  })
  test('needs a command of the registry that changes boards', () => {
    expect(runCommand(doc, store, 'node.explode', {}, 'owner')).toMatchObject({ code: 'command.unknown' })
    expect(runCommand(doc, store, 'view.fit', {}, 'owner')).toMatchObject({ code: 'command.unknown' })
  })
  test.each([
    ['node.add-child', null],
    ['node.add-child', { parent: 7 }],
    ['node.add-child', { parent: '__proto__' }],
    ['node.set-kind', { ids: ['A'], kind: 'king' }],
    ['node.set-field', { ids: ['A'], field: 'constructor', value: 1 }],
    ['clipboard.insert', { branch: { outline: [{ title: 1 }] }, parent: null }],
    ['board.set-meta', { language: 'fr' }],
  ])('refuses arguments that do not fit %s', (id, args) => {
    expect(runCommand(doc, store, id, args, 'owner')).toMatchObject({ ok: false, code: 'args.invalid' })
  })
  test('is one transaction, and a refusal is none that changes anything', () => {
    let updates = 0
    doc.on('update', () => {
      updates++
    })
    runCommand(doc, store, 'node.add-child', { parent: 'gone' }, 'owner')
    expect(updates).toBe(0)
    runCommand(doc, store, 'node.add-child', { parent: 'A' }, 'owner')
    expect(updates).toBe(1)
  })
})

describe('making nodes', () => {
  test('Tab adds a child of the kind that follows and opens its title', () => {
    const { tree, result } = play('A\n  B|', 'node.add-child')
    const id = tree().childrenOf('B')[0]
    expect(tree().nodes.get(id ?? '')?.kind).toBe('goal')
    expect(result).toMatchObject({ ok: true, value: { select: [id], edit: id } })
  })
  test('Enter adds after, Shift+Enter before, of the same kind', () => {
    expect(outlineAfter('A\n  B|\n  C', 'node.add-after', { after: 'B', title: 'X' })).toBe(
      'A\n  B\n  X\n  C',
    )
    expect(outlineAfter('A\n  B\n  C|', 'node.add-before', { before: 'C', title: 'X' })).toBe(
      'A\n  B\n  X\n  C',
    )
    expect(outlineAfter('A\n  B', 'node.add-before', { before: 'B', title: 'X' })).toBe('A\n  X\n  B')
  })
  test('Enter on an empty board makes the ambition', () => {
    const on = board('')
    expect(commandOf('node.add-child')?.kind === 'board' && isAvailable('node.add-child', uiOf(on))).toBe(
      false,
    )
    expect(isAvailable('node.add-after', uiOf(on))).toBe(true)
    runCommand(on.doc, on.store, 'node.add-after', { after: null }, 'owner')
    expect([...on.tree().nodes.values()].map((node) => node.kind)).toEqual(['ambition'])
  })
  test('Ctrl+Enter puts a parent above all selected nodes', () => {
    expect(outlineAfter('A\n  B\n  C\n    D\n  E', 'node.add-parent', { ids: ['C', 'B'], title: 'X' })).toBe(
      'A\n  X\n    B\n    C\n      D\n  E',
    )
  })
  test('a board has room for so many nodes and levels', () => {
    const deep = Array.from({ length: limits.depth }, (_, level) => `${'  '.repeat(level)}n${level}`).join(
      '\n',
    )
    expect(outlineAfter(deep, 'node.add-child', { parent: `n${limits.depth - 1}` })).toBe('node.too-deep')
    expect(outlineAfter(deep, 'node.add-parent', { ids: ['n1'] })).toBe('node.too-deep')
    expect(
      outlineAfter(`${deep}\nB\n  C`, 'outline.reparent', { ids: ['B'], parent: `n${limits.depth - 2}` }),
    ).toBe('node.too-deep')
  })
})

describe('taking nodes away', () => {
  test('Delete removes branches, counts them and selects a neighbour', () => {
    const { result, outline } = play('A\n  B|\n    C\n  D', 'node.remove')
    expect(outline()).toBe('A\n  D')
    expect(result).toMatchObject({
      value: { select: ['D'], said: { key: 'removed', values: { count: 2 }, toast: true } },
    })
  })
  test('the neighbour is the one before, then the parent', () => {
    expect(play('A\n  B\n  C|', 'node.remove').result).toMatchObject({ value: { select: ['B'] } })
    expect(play('A\n  B|', 'node.remove').result).toMatchObject({ value: { select: ['A'] } })
    expect(play('A|', 'node.remove').result).toMatchObject({ value: { select: [] } })
  })
  test('links of removed nodes go with them', () => {
    const on = board('A\n  B\n  C')
    runCommand(on.doc, on.store, 'link.add', { from: 'B', to: 'C', kind: 'informs' }, 'owner')
    runCommand(on.doc, on.store, 'node.remove', { ids: ['C'] }, 'owner')
    expect(on.doc.getMap('links').size).toBe(0)
  })
  test('dissolving keeps what hangs below, in place', () => {
    expect(outlineAfter('A\n  B|\n    C\n    D\n  E', 'node.dissolve')).toBe('A\n  C\n  D\n  E')
    expect(outlineAfter('A|\n  B\n  C', 'node.dissolve')).toBe('B\nC')
  })
})

describe('moving through the outline', () => {
  test.each([
    ['outline.move-up', 'A\n  B\n  C|', 'A\n  C\n  B'],
    ['outline.move-up', 'A\n  B\n  C|\n  D|', 'A\n  C\n  D\n  B'],
    ['outline.move-down', 'A\n  B|\n  C\n  D', 'A\n  C\n  B\n  D'],
    ['outline.indent', 'A\n  B\n  C|', 'A\n  B\n    C'],
    ['outline.outdent', 'A\n  B\n    C|\n  D', 'A\n  B\n  C\n  D'],
    ['outline.outdent', 'A\n  B|', 'A\nB'],
  ])('%s', (id, from, to) => {
    expect(outlineAfter(from, id)).toBe(to)
  })
  test.each([
    ['outline.move-up', 'A\n  B|\n  C'],
    ['outline.move-down', 'A\n  B\n  C|'],
    ['outline.indent', 'A\n  B|'],
    ['outline.outdent', 'A|'],
    ['outline.move-up', 'A\n  B|\n    C\nD|'],
  ])('%s is greyed out where it has nowhere to go', (id, notation) => {
    expect(isAvailable(id, uiOf(board(notation)))).toBe(false)
  })
  test('a drop puts branches where it says, in reading order', () => {
    const tree = 'A\n  B\n  C\n  D\nE\n  F'
    expect(outlineAfter(tree, 'outline.reparent', { ids: ['D', 'B'], parent: 'E' })).toBe(
      'A\n  C\nE\n  F\n  B\n  D',
    )
    expect(outlineAfter(tree, 'outline.reparent', { ids: ['C'], parent: 'E', after: null })).toBe(
      'A\n  B\n  D\nE\n  C\n  F',
    )
    expect(outlineAfter(tree, 'outline.reparent', { ids: ['B', 'D'], parent: 'A', after: 'D' })).toBe(
      'A\n  C\n  B\n  D\nE\n  F',
    )
    expect(outlineAfter(tree, 'outline.reparent', { ids: ['B'], parent: 'E', after: 'C' })).toBe(
      'A\n  C\n  D\nE\n  F\n  B',
    )
  })
  test('nothing moves into its own branch', () => {
    expect(outlineAfter('A\n  B\n    C', 'outline.reparent', { ids: ['B'], parent: 'C' })).toBe(
      'move.into-itself',
    )
    expect(outlineAfter('A\n  B', 'outline.reparent', { ids: ['gone'], parent: 'B' })).toBe('node.missing')
    expect(outlineAfter('A\n  B', 'outline.reparent', { ids: ['B'], parent: 'gone' })).toBe('node.missing')
  })
  test('[E8] tidying clears the pinned places of one branch only', () => {
    const on = board('A\n  B\nC')
    runCommand(on.doc, on.store, 'node.place', { ids: ['B', 'C'], at: [1, 2] }, 'owner')
    runCommand(on.doc, on.store, 'outline.tidy', { ids: ['A'] }, 'owner')
    expect(['B', 'C'].map((id) => on.tree().nodes.get(id)?.at)).toEqual([null, [1, 2]])
  })
})

describe('what a node says', () => {
  test('a title may be so long', () => {
    expect(outlineAfter('A', 'node.set-title', { id: 'A', title: 'Zorg' })).toBe('Zorg')
    expect(outlineAfter('A', 'node.set-title', { id: 'A', title: 'x'.repeat(501) })).toBe('title.too-long')
    expect(outlineAfter('A', 'node.set-description', { id: 'A', description: 'x'.repeat(20_001) })).toBe(
      'description.too-long',
    )
  })
  test('kind and status of several at once; someone else may have removed one of them', () => {
    const { tree } = play('A\nB', 'node.set-status', { ids: ['A', 'gone', 'B'], status: 'klaar' })
    expect([...tree().nodes.values()].map((node) => node.status)).toEqual(['klaar', 'klaar'])
    expect(outlineAfter('A', 'node.set-kind', { ids: ['gone'], kind: 'goal' })).toBe('node.missing')
  })
  test('fields are held to the schema', () => {
    const set = (field: string, value: unknown) => play('A', 'node.set-field', { ids: ['A'], field, value })
    expect(set('mandate', { level: 2, scope: 'Wmo' }).tree().nodes.get('A')?.fields.mandate).toEqual({
      level: 2,
      scope: 'Wmo',
    })
    expect(set('start', '2027-04').result.ok).toBe(true)
    expect(set('start', 'spring').result).toMatchObject({ code: 'args.invalid' })
    expect(set('mandate', { king: true }).result).toMatchObject({ code: 'args.invalid' })
    expect(set('ownerRole', 'nobody').result).toMatchObject({ code: 'role.missing' })
    expect(set('progress', null).result.ok).toBe(true)
  })
  test('the board itself', () => {
    const { tree } = play('A', 'board.rename', { title: '  Zorgplan ' })
    expect(tree().meta.title).toBe('Zorgplan')
    expect(outlineAfter('A', 'board.rename', { title: ' ' })).toBe('args.invalid')
  })
})

describe('links', () => {
  const linked = () => {
    const on = board('A\n  B\n  C')
    runCommand(on.doc, on.store, 'link.add', { from: 'B', to: 'C', kind: 'depends_on' }, 'owner')
    return { on, id: [...on.tree().links.keys()][0] as string }
  }
  test('[L2] run between two nodes, once per kind and direction', () => {
    const { on } = linked()
    const add = (from: string, to: string, kind: string) =>
      runCommand(on.doc, on.store, 'link.add', { from, to, kind }, 'owner')
    expect(add('B', 'B', 'informs')).toMatchObject({ code: 'link.same-ends' })
    expect(add('B', 'C', 'depends_on')).toMatchObject({ code: 'link.exists' })
    expect(add('B', 'gone', 'informs')).toMatchObject({ code: 'node.missing' })
    expect(add('C', 'B', 'depends_on').ok).toBe(true)
    expect(add('B', 'C', 'conflicts_with').ok).toBe(true)
    expect(add('C', 'B', 'conflicts_with')).toMatchObject({ code: 'link.exists' })
  })
  test('change kind, caption and direction, and go', () => {
    const { on, id } = linked()
    const run = (command: string, args: object) =>
      runCommand(on.doc, on.store, command, { id, ...args }, 'owner').ok
    expect([
      run('link.set-kind', { kind: 'enables' }),
      run('link.set-label', { label: 'x' }),
      run('link.reverse', {}),
    ]).toEqual([true, true, true])
    expect(on.tree().links.get(id)).toMatchObject({
      kind: 'enables',
      from: 'C',
      to: 'B',
      fields: { label: 'x' },
    })
    run('link.remove', {})
    expect(on.tree().links.size).toBe(0)
    expect(runCommand(on.doc, on.store, 'link.remove', { id }, 'owner')).toMatchObject({
      code: 'link.missing',
    })
  })
})

describe('commands of the view', () => {
  const on = board('A|\n  B\n    C')
  const called: unknown[] = []
  const port = new Proxy({} as ViewPort, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        called.push([name, ...args]),
  })
  const call = (id: string, more = {}) => {
    called.length = 0
    const done = callCommand(id, {
      ui: () => uiOf(on, more),
      run: (...args) => called.push(['run', ...args]),
      port,
    })
    return done ? called[0] : null
  }
  test('fold, level, walk, edit and panes ask the page', () => {
    expect(call('view.fold')).toEqual(['setCollapsed', new Set(['A'])])
    expect(call('view.fold', { collapsed: new Set(['A']) })).toEqual(['setCollapsed', new Set()])
    expect(call('view.level-2')).toEqual(['setCollapsed', new Set(['B'])])
    expect(call('view.fold', { selected: ['C'] })).toBe(null)
    expect(call('walk.extend-down')).toEqual(['walk', 'down', true])
    expect(call('node.edit')).toEqual(['edit', 'A'])
    expect(call('select.all', { collapsed: new Set(['B']) })).toEqual(['select', ['A', 'B']])
    expect(call('select.clear', { selected: [] })).toBe(null)
    expect(call('view.canvas')).toBe(null)
    expect(call('view.list')).toEqual(['setPane', 'list'])
    expect(call('view.orientation')).toEqual(['setOrientation', 'down'])
  })
  test('board commands go through run with the arguments of the selection', () => {
    expect(call('node.add-child')).toEqual(['run', 'node.add-child', { parent: 'A' }])
    expect(call('node.add-child', { mayEdit: false })).toBe(null)
    expect(call('node.add-child', { selected: [] })).toBe(null)
  })
})

test('a document without any of the maps is an empty board', () => {
  const doc = new Y.Doc()
  const on = board('')
  expect(runCommand(doc, on.tree(), 'node.add-after', { after: null, title: 'A' }, 'owner').ok).toBe(true)
  expect(doc.getMap('nodes').size).toBe(1)
})
