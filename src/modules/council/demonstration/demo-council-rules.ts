import { z } from 'zod'
import { ACT_KINDS } from '#law/majorities/majority.ts'

/** db/demo/council.json: two invented councils, and the matters that come before them. */
const InBoth = z.object({ sq: z.string(), en: z.string() })

const Order = z.object({ issuer: z.string(), number: z.string(), date: z.string(), subject: z.string() })

const Party = z.object({
  key: z.string().nullable(),
  name: z.string(),
  short: z.string().nullable(),
  en: z.string().nullable(),
  kind: z.enum(['party', 'coalition', 'independents']),
  seats: z.int(),
  votes: z.int(),
})

const Term = z.object({
  key: z.string(),
  name: z.string(),
  election: z.string(),
  constituted: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  voters: z.int(),
  cast: z.int(),
})

const Council = z.object({
  key: z.string(),
  institution: z.string(),
  secretary: z.string(),
  commissions: z.array(z.object({ name: InBoth, order: Order })),
  parties: z.array(Party),
  terms: z.array(Term),
  place: z.string(),
  hour: z.int(),
  currency: z.enum(['ALL', 'EUR']),
  allowance: z.int(),
  /** One of its meetings is being held. */
  live: z.boolean(),
  staff: z.array(z.object({ name: z.string(), post: InBoth })),
  /** The month whose allowances are published. */
  paid: z.tuple([z.string(), z.string()]),
  members: z.array(z.string()),
  /** They take the seats of the last members when the second term begins. */
  changed: z.array(z.string()),
})
export type DemoCouncil = z.infer<typeof Council>

const Matter = z.object({
  sq: z.string(),
  /** As it is said in Kosovo, where that differs. */
  xk: z.string().optional(),
  en: z.string(),
  kind: z.enum(['act', 'report', 'question', 'information', 'other']),
  act: z.enum(ACT_KINDS).nullable(),
  /** Of what comes in one month of each year. */
  month: z.int().optional(),
  /** It comes once, from this consultation. */
  consulted: z.string().optional(),
  against: z.number(),
  roll: z.boolean(),
  secret: z.boolean().optional(),
  by: z.enum(['mayor', 'councillor', 'commission', 'citizens']),
})
export type DemoMatter = z.infer<typeof Matter>

export const DemoCouncils = z.object({
  councils: z.array(Council),
  matters: z.array(Matter),
  words: z.object({
    question: z.string(),
    agenda: z.string(),
    minutes: z.string(),
    minutesItem: InBoth,
    amendment: z.string(),
    article: z.string(),
    biography: InBoth,
    basis: z.string(),
    source: z.string(),
    summary: z.string(),
    report: z.string(),
    late: z.string(),
    hearing: InBoth,
    closed: z.object({
      title: z.string(),
      publicTitle: z.string(),
      closedAskedBy: z.string(),
      closedReason: z.string(),
    }),
  }),
})
export type DemoCouncils = z.infer<typeof DemoCouncils>
