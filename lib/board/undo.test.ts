import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addLink,
  addNode,
  moveNode,
  removeBranches,
  replaceText,
  setField,
  setKind,
  setLinkField,
  setTitle,
} from './edit.ts'
import { LOCAL, TYPING } from './origin.ts'
import { entry, yNodes } from './read.ts'
import { createBoardStore, readTree } from './store.ts'
import { board, faultsOf, outline, peersOf, pick, seededRandom } from './testkit.ts'
import { createUndo } from './undo.ts'

/** Two people on one board who see each other's edits when `sync` is called. */
function pair(notation: string) {
  const source = board(notation)
  const peers = peersOf(source.doc, 2)
  const people = peers.docs.map((doc) => {
    const store = createBoardStore(doc)
    const undo = createUndo(doc)
    const edit = (go: () => void) => {
      doc.transact(go, LOCAL)
      peers.settle()
    }
    const back = () => {
      undo.undo()
      peers.settle()
    }
    return { doc, store, undo, edit, back, tree: store.tree, outline: () => outline(store.tree()) }
  })
  const [ann, bob] = people
  return { ann: ann!, bob: bob!, sync: peers.settle }
}

const titleOf = (doc: Y.Doc, id: string) => entry(yNodes(doc), id)?.get('title') as Y.Text

describe('undo is mine', () => {
  test('[U2] each command is one step, undone and redone', () => {
    const { doc, store, outline: shown } = board('A\n  B')
    const undo = createUndo(doc)
    doc.transact(
      () => addNode(doc, store.tree(), { id: 'C', kind: 'goal', title: 'C' }, { parent: 'A' }),
      LOCAL,
    )
    doc.transact(() => removeBranches(doc, store.tree(), ['B']), LOCAL)
    expect(shown()).toBe('A\n  C')
    undo.undo()
    expect(shown()).toBe('A\n  B\n  C')
    undo.undo()
    expect(shown()).toBe('A\n  B')
    undo.redo()
    undo.redo()
    expect(shown()).toBe('A\n  C')
    expect(undo.canRedo()).toBe(false)
  })

  test('[U3] keys typed close together are one step, apart from the command before them', () => {
    const { doc, outline: shown } = board('A')
    const undo = createUndo(doc)
    doc.transact(() => setField(doc, readTree(doc), 'A', 'status', 'idee'), LOCAL)
    for (const text of ['Ab', 'Abc', 'Abcd']) doc.transact(() => replaceText(titleOf(doc, 'A'), text), TYPING)
    undo.undo()
    expect(shown()).toBe('A')
    expect(readTree(doc).nodes.get('A')?.status).toBe('idee')
    undo.undo()
    expect(readTree(doc).nodes.get('A')?.status).toBe(null)
  })

  test('[U3] typing can be rolled back to a mark', () => {
    const { doc, outline: shown } = board('A')
    const undo = createUndo(doc)
    doc.transact(() => setField(doc, readTree(doc), 'A', 'status', 'idee'), LOCAL)
    const mark = undo.mark()
    for (const text of ['Ab', 'x', 'xyz']) {
      doc.transact(() => replaceText(titleOf(doc, 'A'), text), TYPING)
      undo.close()
    }
    undo.rollback(mark)
    expect(shown()).toBe('A')
    expect(undo.canUndo()).toBe(true)
  })

  test('[U1] never changes a key that someone else changed later', () => {
    const { ann, bob } = pair('A\n  B')
    ann.edit(() => setField(ann.doc, ann.tree(), 'B', 'status', 'idee'))
    bob.edit(() => setField(bob.doc, bob.tree(), 'B', 'status', 'actief'))
    ann.back()
    expect(ann.tree().nodes.get('B')?.status).toBe('actief')
  })

  test('[U1] nor one that someone else cleared later', () => {
    const { ann, bob } = pair('A\n  B')
    ann.edit(() => setField(ann.doc, ann.tree(), 'B', 'status', 'idee'))
    ann.edit(() => setField(ann.doc, ann.tree(), 'B', 'status', 'klaar'))
    bob.edit(() => setField(bob.doc, bob.tree(), 'B', 'status', null))
    ann.back()
    ann.back()
    expect(ann.tree().nodes.get('B')?.status).toBe(null)
  })

  test('[U1] takes back my later change to the value someone else wrote, and not beyond it', () => {
    const { ann, bob } = pair('A\n  B')
    ann.edit(() => setField(ann.doc, ann.tree(), 'B', 'status', 'idee'))
    bob.edit(() => setField(bob.doc, bob.tree(), 'B', 'status', 'actief'))
    ann.edit(() => setField(ann.doc, ann.tree(), 'B', 'status', 'klaar'))
    ann.back()
    expect(ann.tree().nodes.get('B')?.status).toBe('actief')
    ann.back()
    expect(ann.tree().nodes.get('B')?.status).toBe('actief')
    expect(ann.undo.canUndo()).toBe(false)
  })

  test('[U1] a title that someone else typed in later stays', () => {
    const { ann, bob, sync } = pair('A')
    ann.doc.transact(() => setTitle(ann.doc, ann.tree(), 'A', 'Better care'), LOCAL)
    sync()
    bob.edit(() => setTitle(bob.doc, bob.tree(), 'A', 'Better care at home'))
    ann.back()
    expect(ann.outline()).toBe('Better care at home')
  })

  test('[U1] after a removal was undone, older steps know the restored node', () => {
    const { ann, bob } = pair('A\n  B')
    ann.edit(() => setKind(ann.doc, ann.tree(), 'B', 'project'))
    ann.edit(() => removeBranches(ann.doc, ann.tree(), ['B']))
    ann.back()
    bob.edit(() => setKind(bob.doc, bob.tree(), 'B', 'risk'))
    ann.back()
    expect(ann.tree().nodes.get('B')?.kind).toBe('risk')
  })

  test('[U4] a node I made stays when someone else wrote in it', () => {
    const { ann, bob } = pair('A')
    ann.edit(() => addNode(ann.doc, ann.tree(), { id: 'B', kind: 'goal', title: 'B' }, { parent: 'A' }))
    bob.edit(() => replaceText(titleOf(bob.doc, 'B'), 'B of Bob'))
    ann.back()
    expect(ann.outline()).toBe('A\n  B of Bob')
    expect(ann.tree().nodes.get('B')?.kind).toBe('goal')
  })

  test('[U4] nodes I made stay when someone else hung a node under the last of them', () => {
    const { ann, bob } = pair('A')
    ann.edit(() => {
      addNode(ann.doc, ann.tree(), { id: 'B', kind: 'goal', title: 'B' }, { parent: 'A' })
      addNode(ann.doc, ann.tree(), { id: 'C', kind: 'goal', title: 'C' }, { parent: 'B' })
      addNode(ann.doc, ann.tree(), { id: 'D', kind: 'goal', title: 'D' }, { parent: 'A' })
    })
    bob.edit(() => addNode(bob.doc, bob.tree(), { id: 'E', kind: 'goal', title: 'E' }, { parent: 'C' }))
    ann.back()
    expect(ann.outline()).toBe('A\n  B\n    C\n      E')
    expect(bob.outline()).toBe(ann.outline())
  })

  test('[U4] redoing a removal keeps what someone else has worked on since, with its links', () => {
    const { ann, bob } = pair('A\n  B\n    C\n  D')
    ann.edit(() => addLink(ann.doc, { id: 'l', kind: 'informs', from: 'C', to: 'D' }))
    ann.edit(() => removeBranches(ann.doc, ann.tree(), ['B']))
    ann.back()
    bob.edit(() => setKind(bob.doc, bob.tree(), 'C', 'risk'))
    ann.undo.redo()
    expect(ann.outline()).toBe('A\n  B\n    C\n  D')
    expect(ann.tree().links.size).toBe(1)
  })

  test('[U4] a link I made stays when someone else changed it', () => {
    const { ann, bob } = pair('A\n  B')
    ann.edit(() => addLink(ann.doc, { id: 'l', kind: 'informs', from: 'A', to: 'B' }))
    bob.edit(() => setLinkField(bob.doc, 'l', 'label', 'weekly'))
    ann.back()
    expect(ann.tree().links.size).toBe(1)
  })

  test('[U5] going back to an old parent never makes a cycle', () => {
    const { ann, bob } = pair('R\n  A\n    X\n  B')
    ann.edit(() => moveNode(ann.doc, ann.tree(), 'X', { parent: 'B' }))
    bob.edit(() => moveNode(bob.doc, bob.tree(), 'A', { parent: 'X' }))
    ann.back()
    expect(ann.outline()).toBe('R\n  B\n    X\n      A')
  })
})

describe('five people edit and undo at random', () => {
  const statuses = ['idee', 'actief', 'klaar', null]
  const kinds = ['goal', 'risk', 'project'] as const

  test.each(Array.from({ length: 60 }, (_, seed) => seed))('[U1] seed %i', (seed) => {
    const random = seededRandom(seed)
    const peers = peersOf(board('R\n  A\n    B\n  C\n    D').doc, 5)
    const people = peers.docs.map((doc) => ({
      doc,
      store: createBoardStore(doc),
      undo: createUndo(doc),
      last: followAuthors(doc),
    }))
    for (let turn = 0; turn < 150; turn++) {
      const me = pick(random, people)!
      const dice = random()
      if (dice < 0.35) peers.deliver(random)
      else if (dice < 0.4) {
        const away = Math.floor(random() * 5)
        peers.disconnect(away)
        peers.reconnect(away)
      } else if (dice < 0.6) undoIsMine(me, () => (random() < 0.7 ? me.undo.undo() : me.undo.redo()))
      else me.doc.transact(() => randomEdit(me.doc, random), random() < 0.8 ? LOCAL : TYPING)
    }
    peers.settle()
    const trees = peers.docs.map((doc) => readTree(doc))
    for (const tree of trees) {
      expect(faultsOf(tree)).toEqual([])
      expect(outline(tree)).toBe(outline(trees[0]!))
    }
  })

  function randomEdit(doc: Y.Doc, random: () => number) {
    const tree = readTree(doc)
    const ids = [...tree.nodes.keys()]
    const id = pick(random, ids)
    const other = pick(random, ids)
    if (id === undefined || other === undefined)
      return addNode(doc, tree, { kind: 'goal', title: 'again' }, { parent: null })
    const dice = random()
    if (dice < 0.25) return addNode(doc, tree, { kind: 'goal', title: 'new' }, { parent: id })
    if (dice < 0.5) return setField(doc, tree, id, 'status', pick(random, statuses))
    if (dice < 0.6) return setKind(doc, tree, id, pick(random, kinds)!)
    if (dice < 0.75)
      return setTitle(doc, tree, id, `${pick(random, ['care', 'cure', ''])} ${Math.floor(random() * 9)}`)
    if (dice < 0.85) return void removeBranches(doc, tree, [id])
    for (let at: string | null = other; at !== null; at = tree.parentOf(at)) if (at === id) return
    moveNode(doc, tree, id, { parent: other })
  }

  /** Who wrote each key last, as this document saw it: `node key` → whether it was me. */
  function followAuthors(doc: Y.Doc) {
    const mine = new Map<string, boolean>()
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      for (const [type, keys] of transaction.changed) {
        const path = [...keys].map((key) => pathTo(doc, type as Y.AbstractType<unknown>, key))
        for (const key of path) {
          if (!key) continue
          // A node made anew: whoever made it wrote all of it.
          if (!key.includes(' '))
            for (const known of [...mine.keys()]) if (known.startsWith(`${key} `)) mine.delete(known)
          mine.set(key, transaction.local)
        }
      }
    })
    return mine
  }

  function pathTo(doc: Y.Doc, type: Y.AbstractType<unknown>, key: string | null): string | null {
    const item = type._item
    if (!item) return type === yNodes(doc) ? key : null
    const id =
      item.parent === yNodes(doc) ? item.parentSub : (item.parent as Y.AbstractType<unknown>)._item?.parentSub
    return `${id} ${key ?? item.parentSub}`
  }

  type Person = { doc: Y.Doc; last: Map<string, boolean>; undo: ReturnType<typeof createUndo> }

  function undoIsMine(me: Person, go: () => void) {
    const before = fieldsOf(me.doc)
    const authors = new Map(me.last)
    go()
    const after = fieldsOf(me.doc)
    for (const [key, value] of before) {
      const [id] = key.split(' ')
      if (after.get(key) === value) continue
      if (authors.get(key) === false)
        expect.fail(`${key}: ${value} → ${after.get(key)}, written by someone else (${id})`)
    }
    for (const key of after.keys())
      if (!before.has(key) && authors.get(key) === false && before.has(key.split(' ')[0]!))
        expect.fail(`${key} was cleared by someone else`)
  }

  function fieldsOf(doc: Y.Doc): Map<string, string> {
    const all = new Map<string, string>()
    for (const [id, node] of yNodes(doc)) {
      all.set(id, 'here')
      if (node instanceof Y.Map) for (const [key, value] of node) all.set(`${id} ${key}`, String(value))
    }
    return all
  }
})
