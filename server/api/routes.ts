import * as boards from './boards.ts'
import { runOne } from './commands.ts'
import { byAddress, byBody } from './export.ts'
import { importFile } from './import.ts'
import * as members from './members.ts'
import type { Route } from './route.ts'

/** Every address of the API, in the order in which openapi.json lists them. */
export const routes: readonly Route[] = [
  boards.list,
  boards.create,
  boards.read,
  boards.change,
  boards.remove,
  boards.restore,
  boards.duplicate,
  members.listAll,
  members.add,
  runOne,
  importFile,
  byAddress,
  byBody,
]
