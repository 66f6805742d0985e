import * as board from './board.ts'
import * as clipboard from './clipboard.ts'
import type { BoardCommand, Command } from './command.ts'
import * as history from './history.ts'
import * as link from './link.ts'
import * as node from './node.ts'
import * as fields from './node-fields.ts'
import * as making from './node-make.ts'
import * as outline from './outline.ts'
import * as page from './page.ts'
import * as select from './select.ts'
import * as view from './view.ts'
import * as walk from './walk.ts'

/** Every command there is, in the order of the shortcut sheet and of matching keys. */
export const commands: readonly Command[] = [
  making.addChild,
  making.addAfter,
  making.addBefore,
  making.addParent,
  making.addLoose,
  clipboard.duplicate,
  walk.edit,
  fields.setTitleOf,
  fields.setDescriptionOf,
  fields.setKindOf,
  fields.setStatusOf,
  fields.setFieldOf,
  fields.place,
  node.remove,
  node.dissolve,
  outline.moveUp,
  outline.moveDown,
  outline.outdent,
  outline.indent,
  outline.reparent,
  clipboard.copyTo,
  outline.tidy,
  ...walk.steps,
  select.all,
  select.branch,
  select.clear,
  walk.startLink,
  link.add,
  link.setKind,
  link.setLabel,
  link.setField,
  link.reverse,
  link.remove,
  page.copy,
  page.cut,
  page.paste,
  clipboard.paste,
  history.undo,
  history.redo,
  view.fold,
  view.foldBranch,
  view.unfoldAll,
  ...view.levels,
  view.fit,
  view.fitSelection,
  view.zoom100,
  view.zoomIn,
  view.zoomOut,
  view.orientation,
  view.canvas,
  view.list,
  view.both,
  page.find,
  page.filter,
  page.palette,
  page.shortcuts,
  page.exportBoard,
  page.importFile,
  page.copyImage,
  page.renameBoard,
  board.rename,
  board.setMeta,
]

const byId: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.id, command]))

/** The command with an id, undefined when there is none. */
export const commandOf = (id: string): Command | undefined => byId.get(id)

/** The commands that change a board: what the HTTP interface and the fuzz test offer. */
export const boardCommands: readonly BoardCommand[] = commands.filter((command) => command.kind === 'board')
