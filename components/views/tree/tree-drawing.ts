import type { Drawing } from '#components/canvas/scene.ts'
import type { TreeChange } from '#lib/board/tree.ts'
import { type FaceLabels, faceOf } from '#lib/layout/face.ts'
import { createTreeLayout } from '#lib/layout/tree.ts'

/** When only the person's view differs, the board itself has not changed. */
const noChange: TreeChange = { nodes: new Set(), links: new Set(), rows: new Set(), register: false }

/** A board drawn as a goal tree, in the words of one language. */
export function createTreeDrawing(labels: FaceLabels, trayName: string): Drawing {
  const engine = createTreeLayout()
  return {
    trayName,
    face: (tree, node) => faceOf(tree, node, labels),
    layout: (tree, { collapsed, orientation }, change = noChange) =>
      engine.update(tree, { collapsed, orientation, sizeOf: (node) => faceOf(tree, node, labels) }, change),
  }
}
