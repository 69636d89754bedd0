import { mayIn } from '../auth/permissions.ts'
import type { Official } from '../auth/visitor.ts'
import { recordChange } from '../history/record-change.ts'
import type { Services } from '../services.ts'
import { refOf } from '../subjects/subject-rules.ts'
import { letterPermissions } from './letter-permissions.ts'
import { TEMPLATE_KIND } from './letter-subject.ts'
import { findTwoPeople, setTwoPeople } from './letter-writing-queries.ts'
import type { OfficialLetterKind } from './official-letter-rules.ts'
import {
  holdTemplate,
  insertTemplate,
  insertTemplateVersion,
  markTemplateEnded,
  type TemplateFields,
} from './template-queries.ts'

export type TemplateOutcome =
  | { kind: 'written'; id: string }
  | { kind: 'changed-meanwhile' }
  | { kind: 'not-permitted' }
  | { kind: 'no-such-template' }

/** A template of the institution's own. The same form arriving again is the same template. */
export async function startTemplate(
  services: Services,
  official: Official,
  form: TemplateFields & { institutionId: string; submissionId: string; kind: OfficialLetterKind },
): Promise<TemplateOutcome> {
  const { institutionId } = form
  if (!mayIn(official, letterPermissions['letters.templates'], institutionId)) return { kind: 'not-permitted' }
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<TemplateOutcome> => {
    const { id, isNew } = await insertTemplate(tx, { ...form, at })
    if (!isNew) return { kind: 'written', id }
    await insertTemplateVersion(tx, { ...form, templateId: id, n: 1, by: official.accountId, at })
    const by = { accountId: official.accountId }
    await recordChange(tx, { institutionId, subject: refOf(TEMPLATE_KIND, id), kind: 'created', by, at })
    return { kind: 'written', id }
  })
}

/** A new version; letters written with an earlier one keep naming it. */
export async function changeTemplate(
  services: Services,
  official: Official,
  id: string,
  seenVersion: number,
  fields: TemplateFields,
): Promise<TemplateOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<TemplateOutcome> => {
    const template = await holdTemplate(tx, id)
    if (!template || template.endedAt) return { kind: 'no-such-template' }
    const { institutionId } = template
    if (!mayIn(official, letterPermissions['letters.templates'], institutionId)) return { kind: 'not-permitted' }
    if (template.version !== seenVersion) return { kind: 'changed-meanwhile' }
    const n = template.version + 1
    await insertTemplateVersion(tx, { ...fields, institutionId, templateId: id, n, by: official.accountId, at })
    await recordChange(tx, {
      institutionId,
      subject: refOf(TEMPLATE_KIND, id),
      kind: 'changed',
      by: { accountId: official.accountId },
      at,
      fields: [{ field: 'version', from: String(template.version), to: String(n) }],
    })
    return { kind: 'written', id }
  })
}

/** It is offered no longer; what was written with it stays. */
export async function endTemplate(services: Services, official: Official, id: string): Promise<TemplateOutcome> {
  const at = services.clock.now()
  return services.db.begin(async (tx): Promise<TemplateOutcome> => {
    const template = await holdTemplate(tx, id)
    if (!template) return { kind: 'no-such-template' }
    const { institutionId } = template
    if (!mayIn(official, letterPermissions['letters.templates'], institutionId)) return { kind: 'not-permitted' }
    if (await markTemplateEnded(tx, id, at)) {
      const by = { accountId: official.accountId }
      await recordChange(tx, { institutionId, subject: refOf(TEMPLATE_KIND, id), kind: 'ended', by, at })
    }
    return { kind: 'written', id }
  })
}

/** Whether the words of a letter must have been read by two before it goes out. */
export async function chooseTwoPeople(
  services: Services,
  official: Official,
  institutionId: string,
  twoPeople: boolean,
): Promise<'done' | 'not-permitted'> {
  if (!mayIn(official, letterPermissions['letters.templates'], institutionId)) return 'not-permitted'
  const at = services.clock.now()
  await services.db.begin(async (tx) => {
    const before = await findTwoPeople(tx, institutionId)
    await setTwoPeople(tx, { institutionId, twoPeople, by: official.accountId, at })
    if (before === twoPeople) return
    await recordChange(tx, {
      institutionId,
      subject: refOf('institutions.institution', institutionId),
      kind: 'letter-settings-changed',
      by: { accountId: official.accountId },
      at,
      fields: [{ field: 'twoPeople', from: String(before), to: String(twoPeople) }],
    })
  })
  return 'done'
}
