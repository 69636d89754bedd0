import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { CLOCKS_BY_RULE } from '#platform/intake/clock-rules.ts'
import { CHANNELS } from '#platform/intake/case-rules.ts'
import { OWNER_ROLES } from '#platform/intake/intake-permissions.ts'

const Point = z.object({ title: z.string(), words: z.string().nullable(), role: z.enum(OWNER_ROLES).nullable() })

/** One invented letter of the demonstration. Nobody in it exists. */
const Letter = z.object({
  channel: z.enum(CHANNELS),
  daysAgo: z.number(),
  hour: z.number(),
  name: z.string(),
  email: z.string().optional(),
  postal: z.string().optional(),
  about: z.string(),
  words: z.string(),
  protocol: z.string().optional(),
  /** How far it has come. */
  until: z.enum(['new', 'assigned', 'answered']),
  role: z.enum(OWNER_ROLES).optional(),
  /** Days from today, on either side. */
  dueIn: z.number().optional(),
  clock: z.object({ clock: z.enum(CLOCKS_BY_RULE), ground: z.string() }).optional(),
  points: z.array(Point).optional(),
  answer: z.string().optional(),
  /** The demonstration's clerk who has handled it. */
  by: z.string().optional(),
})
export type DemoCase = z.infer<typeof Letter>

/** By the institution's short name. */
export const readDemoCases = async (): Promise<Record<string, DemoCase[]>> =>
  z.record(z.string(), z.array(Letter)).parse(JSON.parse(await readFile('db/demo/cases.json', 'utf8')))
