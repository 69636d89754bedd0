import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Transaction } from '#platform/db/database.ts'
import type { Services } from '#platform/services.ts'
import { addDays, civilDateIn, startOfDay } from '#platform/time/civil-date.ts'
import { SENDER_KINDS, type Anchor } from '../comments/comment-rules.ts'
import type { HeldConsultation } from '../consultation-queries.ts'
import { findOpenWithText } from './demonstrate-queries.ts'
import { findByForm, holdForEntry } from './delivery-queries.ts'
import { writeDelivery } from './enter-delivery.ts'
import type { DeliveryOrder } from './enter-points.ts'
import { ENTRY_CHANNELS } from './entry-rules.ts'
import { listArticles } from './table-queries.ts'

const Delivery = z.object({
  key: z.string(),
  kind: z.enum(['single', 'split', 'joint']),
  /** From today. */
  day: z.int().negative(),
  channel: z.enum(ENTRY_CHANNELS),
  organisation: z.string().nullable(),
  author: z.string().nullable(),
  name_public: z.boolean(),
  sender_kind: z.enum(SENDER_KINDS),
  protocol: z.string().nullable(),
  points: z.array(z.object({ article: z.string().nullable(), words: z.string() })),
  group: z
    .object({
      name: z.string(),
      members: z.array(z.object({ organisation: z.string(), role: z.string().nullable() })),
    })
    .nullable(),
})
type Demo = z.infer<typeof Delivery>
const Demos = z.array(z.object({ institution: z.string(), deliveries: z.array(Delivery) }))

/** In the open consultation of each municipality what came by other ways than the site: letter, counter, meeting, e-mail. */
export async function demonstrateEntries(services: Services): Promise<void> {
  const now = services.clock.now()
  for (const { institution, deliveries } of Demos.parse(JSON.parse(await readFile('db/demo/entry.json', 'utf8')))) {
    const id = await findOpenWithText(services.db, institution, now)
    if (id === null) continue
    await services.db.begin(async (tx) => {
      const consultation = await holdForEntry(tx, 'sq', id)
      if (!consultation?.textVersionId) return
      for (const demo of deliveries) await enterDemo(tx, services, consultation, demo)
    })
  }
}

async function enterDemo(
  tx: Transaction,
  services: Services,
  consultation: HeldConsultation,
  demo: Demo,
): Promise<void> {
  const { zone, opensAt, textVersionId } = consultation
  const formId = numberOf(demo.key)
  // Of the key alone: when the consultation has closed, another run brings it into no other one.
  if (await findByForm(tx, formId)) return
  const said = addDays(civilDateIn(zone, services.clock.now()), demo.day)
  const opened = opensAt && civilDateIn(zone, opensAt)
  const day = opened !== null && said < opened ? opened : said
  const moment = new Date(startOfDay(day, zone).getTime() + 12 * 3_600_000)
  const at = moment < services.clock.now() ? moment : services.clock.now()
  const articles = await listArticles(tx, textVersionId ?? '')
  const order = orderOf(demo, formId, day, (label) => anchorOf(articles, label))
  const entered = await writeDelivery(tx, { ...services, clock: { now: () => at } }, null, consultation, order)
  if (entered.kind !== 'entered') throw new Error(`Demonstration delivery ${demo.key}: ${JSON.stringify(entered)}`)
}

function orderOf(demo: Demo, formId: string, day: string, anchor: (label: string | null) => Anchor): DeliveryOrder {
  const { kind, channel, organisation, author, protocol, group } = demo
  const speaks = organisation ?? group?.name ?? null
  return {
    formId,
    kind,
    facts: {
      channel,
      title: '',
      happenedOn: day,
      receivedOn: day,
      registeredPost: false,
      protocolNumber: protocol,
      protocolDate: protocol === null ? null : day,
      outsideNumber: null,
      told: channel === 'counter' ? 'sheet' : null,
      sourceRef: null,
      evenIfTaken: true,
    },
    sender: {
      onBehalf: speaks === null ? 'person' : 'organisation',
      authorName: author,
      organisation: speaks,
      senderKind: demo.sender_kind,
      namePublic: demo.name_public,
      email: null,
      lang: 'sq',
    },
    points: demo.points.map(({ article, words }) => ({ body: words, anchor: anchor(article) })),
    files: [],
    ...(group && {
      joint: {
        groupName: group.name,
        thematicGroupId: null,
        members: group.members.map((one) => ({ ...one, email: null, person: null })),
      },
    }),
  }
}

function anchorOf(articles: readonly { nodeId: string; label: string | null }[], label: string | null): Anchor {
  if (label === null) return { about: 'whole' }
  const found = articles.find((one) => one.label === label)
  // Somebody may have published another text since.
  return found ? { about: 'article', nodeId: found.nodeId } : { about: 'whole' }
}

const numberOf = (key: string): string =>
  createHash('sha256')
    .update(`demonstration.${key}`)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
