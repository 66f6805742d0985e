import { ok, problem, type Result } from '#lib/result.ts'
import a3 from './data/a3-jaarplan.json' with { type: 'json' }
import threeAxes from './data/drie-digitale-assen.json' with { type: 'json' }
import lasting from './data/duurzame-implementatie.json' with { type: 'json' }
import hybrid from './data/hybride-zorg-ppit.json' with { type: 'json' }
import continuity from './data/it-continuiteitsplan.json' with { type: 'json' }
import buildingBlocks from './data/jump-bouwstenen.json' with { type: 'json' }
import nen7510 from './data/nen7510-verbeterplan.json' with { type: 'json' }
import journey from './data/patientreis.json' with { type: 'json' }
import calendar from './data/projectenkalender.json' with { type: 'json' }
import region from './data/regiobord.json' with { type: 'json' }
import conditions from './data/vier-voorwaarden.json' with { type: 'json' }
import fiveSteps from './data/vijf-stappen.json' with { type: 'json' }
import type { Template } from './template.ts'

/** Every template, in the order in which they are offered. */
export const templates: readonly Template[] = [
  threeAxes,
  region,
  hybrid,
  buildingBlocks,
  fiveSteps,
  journey,
  lasting,
  a3,
  nen7510,
  continuity,
  conditions,
  calendar,
]

/** The template with this id. */
export function findTemplate(id: string): Result<Template> {
  const template = templates.find((known) => known.id === id)
  return template ? ok(template) : problem('template.unknown', { template: id.slice(0, 80) })
}
