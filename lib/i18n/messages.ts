import enApp from './en/app.json' with { type: 'json' }
import enAuth from './en/auth.json' with { type: 'json' }
import enBoard from './en/board.json' with { type: 'json' }
import enBoards from './en/boards.json' with { type: 'json' }
import enCanvas from './en/canvas.json' with { type: 'json' }
import enCommands from './en/commands.json' with { type: 'json' }
import enFigure from './en/figure.json' with { type: 'json' }
import enKinds from './en/kinds.json' with { type: 'json' }
import enList from './en/list.json' with { type: 'json' }
import enProblems from './en/problems.json' with { type: 'json' }
import enSaid from './en/said.json' with { type: 'json' }
import enSettings from './en/settings.json' with { type: 'json' }
import type { Language } from './language.ts'
import nlApp from './nl/app.json' with { type: 'json' }
import nlAuth from './nl/auth.json' with { type: 'json' }
import nlBoard from './nl/board.json' with { type: 'json' }
import nlBoards from './nl/boards.json' with { type: 'json' }
import nlCanvas from './nl/canvas.json' with { type: 'json' }
import nlCommands from './nl/commands.json' with { type: 'json' }
import nlFigure from './nl/figure.json' with { type: 'json' }
import nlKinds from './nl/kinds.json' with { type: 'json' }
import nlList from './nl/list.json' with { type: 'json' }
import nlProblems from './nl/problems.json' with { type: 'json' }
import nlSaid from './nl/said.json' with { type: 'json' }
import nlSettings from './nl/settings.json' with { type: 'json' }

/** Every text a person sees, by language and namespace. A text is named `namespace.key`; both languages have the same keys. */
export const messages = {
  nl: {
    app: nlApp,
    auth: nlAuth,
    board: nlBoard,
    boards: nlBoards,
    canvas: nlCanvas,
    commands: nlCommands,
    figure: nlFigure,
    kinds: nlKinds,
    list: nlList,
    problems: nlProblems,
    said: nlSaid,
    settings: nlSettings,
  },
  en: {
    app: enApp,
    auth: enAuth,
    board: enBoard,
    boards: enBoards,
    canvas: enCanvas,
    commands: enCommands,
    figure: enFigure,
    kinds: enKinds,
    list: enList,
    problems: enProblems,
    said: enSaid,
    settings: enSettings,
  },
} as const satisfies Record<Language, Record<string, object>>
