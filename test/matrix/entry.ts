import { createHash, randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  anEntryForm,
  givenDelivery,
  givenGroup,
  givenSplit,
  JOINT,
  LETTER,
} from '#modules/consultations/entry/testing.ts'
import { givenConsultation, givenInstitution } from '#modules/consultations/testing.ts'
import { officeUrls as urls } from '#modules/consultations/urls.ts'
import { keepDocument } from '#platform/documents/documents.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Comments that come by other ways than the site. */
export function entryRows({ db, services }: MatrixWorld): Rows {
  const read = 'comments.entered'
  const enter = 'comments.enter'
  const consultation = (slug: Slug) => givenConsultation(services, { institution: slug })
  const at = async (slug: Slug, path: (id: string) => string) => ({ path: path((await consultation(slug)).id) })
  const filled = (more: Record<string, string> = {}) => anEntryForm(services, more)
  const delivery = async (slug: Slug, path: (id: string, delivery: string) => string) => {
    const { consultationId, id } = await givenDelivery(services, slug)
    return { path: path(consultationId, id) }
  }
  const draft = async (slug: Slug, path: (id: string, draft: string) => string) => {
    const given = await givenSplit(services, slug)
    return { path: path(given.consultation.id, given.id) }
  }
  const members = JOINT.members.map(({ organisation }) => organisation).join('\n')
  const group = async (slug: Slug) => givenGroup(services, (await givenInstitution(services, slug)).id, slug)
  return {
    [`GET ${urls.entries(':id')}`]: record(read, (slug) => at(slug, urls.entries)),
    [`GET ${urls.newEntry(':id')}`]: record(enter, (slug) => at(slug, urls.newEntry)),
    [`POST ${urls.newEntry(':id')}`]: record(enter, async (slug) => ({
      ...(await at(slug, urls.newEntry)),
      fields: filled(),
    })),
    [`GET ${urls.newSplit(':id')}`]: record(enter, (slug) => at(slug, urls.newSplit)),
    [`POST ${urls.newSplit(':id')}`]: record(enter, async (slug) => ({
      ...(await at(slug, urls.newSplit)),
      fields: filled({ letra: LETTER }),
    })),
    [`GET ${urls.newJoint(':id')}`]: record(enter, (slug) => at(slug, urls.newJoint)),
    [`POST ${urls.newJoint(':id')}`]: record(enter, async (slug) => ({
      ...(await at(slug, urls.newJoint)),
      fields: filled({ grupi: JOINT.groupName, anetaret: members }),
    })),
    [`GET ${urls.splitDraft(':id', ':draft')}`]: record(enter, (slug) => draft(slug, urls.splitDraft)),
    [`POST ${urls.splitDraft(':id', ':draft')}`]: record(enter, async (slug) => ({
      ...(await draft(slug, urls.splitDraft)),
      fields: { versioni: '1', veprimi: 'bashko:0' },
    })),
    [`POST ${urls.discardSplit(':id', ':draft')}`]: record(enter, async (slug) => ({
      ...(await draft(slug, urls.discardSplit)),
      fields: {},
    })),
    [`GET ${urls.delivery(':id', ':delivery')}`]: record(read, (slug) => delivery(slug, urls.delivery)),
    [`GET ${urls.deliveryReceipt(':id', ':delivery')}`]: record(read, (slug) => delivery(slug, urls.deliveryReceipt)),
    [`POST ${urls.deliveryReceipt(':id', ':delivery')}`]: record(enter, async (slug) => ({
      ...(await delivery(slug, urls.deliveryReceipt)),
      fields: {},
    })),
    [`GET ${urls.correctDelivery(':id', ':delivery')}`]: record(enter, (slug) => delivery(slug, urls.correctDelivery)),
    [`POST ${urls.correctDelivery(':id', ':delivery')}`]: record(enter, async (slug) => ({
      ...(await delivery(slug, urls.correctDelivery)),
      fields: filled({ menyra: 'phone', arsyeja: 'U tha me telefon', versioni: '1' }),
    })),
    [`GET ${urls.deliveryDocument(':id', ':delivery', ':document')}`]: record(read, async (slug) => {
      const { consultationId, id } = await givenDelivery(services, slug)
      return { path: urls.deliveryDocument(consultationId, id, await scanOf(id)) }
    }),
    [`GET ${urls.thematicGroups()}`]: page(read, urls.thematicGroups()),
    [`GET ${urls.newThematicGroup()}`]: page(enter, urls.newThematicGroup()),
    [`POST ${urls.newThematicGroup()}`]: record(enter, async (slug) => ({
      path: urls.newThematicGroup(),
      fields: {
        dergesa: randomUUID(),
        institucioni: (await givenInstitution(services, slug)).id,
        emri: `Grupi ${randomUUID()}`,
        anetaret: members,
      },
    })),
    [`GET ${urls.thematicGroup(':id')}`]: record(enter, async (slug) => ({
      path: urls.thematicGroup(await group(slug)),
    })),
    [`POST ${urls.thematicGroup(':id')}`]: record(enter, async (slug) => ({
      path: urls.thematicGroup(await group(slug)),
      fields: { versioni: '1', emri: `Grupi ${randomUUID()}`, anetaret: members },
    })),
  }

  async function scanOf(id: string): Promise<string> {
    const path = join(services.settings.dataFolder, `${randomUUID()}.txt`)
    await writeFile(path, `skanim ${id}`)
    const digest = createHash('sha256').update(`skanim ${id}`).digest('hex')
    const file = { field: 'skanimet', path, digest, size: 43, mediaType: 'text/plain', name: 'letra.txt' } as const
    const [row] = await db<
      { institutionId: string }[]
    >`select institution_id from consultations.deliveries where id = ${id}`
    const subject = `consultations.delivery:${id}`
    const paper = { institutionId: row?.institutionId ?? '', subject, role: 'scan', class: 'personal' } as const
    const kept = await db.begin((tx) =>
      keepDocument(tx, services, { ...paper, title: 'Letra', lang: 'sq', file, addedBy: null }),
    )
    return kept.id
  }
}
