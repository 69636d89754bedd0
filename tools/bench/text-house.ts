import { reckonClosing } from '#modules/consultations/closing/reckon-closing.ts'
import { toBeClosed } from '#modules/consultations/closing/closing-rules.ts'
import { holdForOffice, insertConsultation, setText } from '#modules/consultations/drafting/draft-queries.ts'
import { makePublic } from '#modules/consultations/drafting/publish-consultation.ts'
import type { Transaction } from '#platform/db/database.ts'
import { findInstitution } from '#platform/institutions/institution-queries.ts'
import type { Services } from '#platform/services.ts'
import { settleDoubt } from '#platform/texts/settle-doubt.ts'
import { storeText } from '#platform/texts/store-text.ts'
import { listDoubts } from '#platform/texts/text-queries.ts'
import type { ReadText } from '#platform/texts/text-rules.ts'
import { addDays, civilDateIn } from '#platform/time/civil-date.ts'

export type StoredText = { consultationId: string; institutionId: string; versionId: string }

/** A consultation of a demonstration municipality, and this as the draft of its text. */
export async function storeAsDraft(services: Services, read: ReadText): Promise<StoredText> {
  const { db, clock } = services
  const institution = await findInstitution(db, 'sq', 'bregas')
  if (!institution) throw new Error('The demonstration has no municipality')
  const now = clock.now()
  return db.begin(async (tx) => {
    const { id } = await insertConsultation(
      tx,
      institution.id,
      {
        title: 'Projektligji për ndryshimin e një kodi',
        summary: 'Një tekst i gjatë, me të cilin matet sa shpejt hapen faqet dhe krahasohen versionet.',
        actKind: 'regulation',
        legalBasis: 'Ligji për vetëqeverisjen vendore',
        basisRule: null,
        opensOn: civilDateIn(institution.zone, now),
        contactEmail: 'konsultime@matja.example',
        officialPostingUrl: null,
        officialPostedOn: null,
        history: false,
      },
      null,
      now,
    )
    const source = { kind: 'pasted', document: null, readAt: now } as const
    const { textId, versionId } = await storeText(tx, { institutionId: institution.id, lang: 'sq', read, source })
    await setText(tx, id, textId, now)
    return { consultationId: id, institutionId: institution.id, versionId }
  })
}

/** Every doubt kept, the consultation opened. Gives its address. */
export const publishStored = (services: Services, { consultationId, versionId }: StoredText): Promise<string> =>
  services.db.begin(async (tx) => {
    for (const doubt of await listDoubts(tx, versionId)) {
      await settleDoubt(tx, { doubtId: doubt.id, settlement: 'kept', by: null, at: services.clock.now() })
    }
    return open(tx, services, consultationId)
  })

async function open(tx: Transaction, services: Services, id: string): Promise<string> {
  const draft = await holdForOffice(tx, id)
  if (!draft?.opensOn) throw new Error('The consultation is gone inside its own transaction')
  const closesOn = addDays(draft.opensOn, 60)
  const closing = await reckonClosing(tx, services, { ...toBeClosed(draft), closesOn })
  const chosen = closing?.kind === 'rule' && closing.tooEarly ? closing.least : closesOn
  return (await makePublic(tx, services, { ...draft, closesChosenOn: chosen }, null)).slug
}
