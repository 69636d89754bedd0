import { z } from 'zod'
import { readCivilDate } from '#platform/time/civil-date.ts'

/** The form of a consultation plan as it is taken in. Unknown is null, never a guess; unknown keys are left aside. */
const both = z.object({ sq: z.string().min(1).max(2000), en: z.string().min(1).max(2000) })
const day = z.string().refine((words) => readCivilDate(words) !== null, 'a day such as 2023-05-09')

const tools = z.array(z.object({ key: z.string().optional(), selected: z.boolean() })).default([])
const years = z.object({ from: z.number().int(), to: z.number().int().nullable() })

export const planSchema = z.object({
  institution: z.string().regex(/^[a-z0-9-]{1,60}$/),
  key: z.string().regex(/^[a-z0-9-]{1,50}$/),
  title: both,
  summary: both,
  institution_name: both.optional(),
  strategy_years: years.optional(),
  action_plan_years: years.optional(),
  technical_secretariat: both.optional(),
  opens: day.nullable(),
  closes: day.nullable(),
  contact: z.object({ role: both, address: z.email().nullable() }),
  legal_acts: z.array(z.object({ key: z.string(), issuer: both, number: z.string(), date: day, subject: both })),
  working_groups: z.array(
    z.object({
      name: both,
      chair: both.nullable(),
      created_by: z.string().nullable(),
      members_stated: z.boolean(),
      members: z.array(both),
    }),
  ),
  audiences: z.array(
    z.object({
      name: both,
      type_code: z.literal([1, 2]).default(2),
      categories: z.array(z.object({ key: z.string().optional(), name: both })),
      methods: z.array(z.object({ kind: z.string().optional(), text: both })),
      channels: z.array(z.object({ kind: z.string() })).default([]),
      planned_activities: z.array(
        z.object({ kind: z.string().optional(), count: z.number().int().positive(), name: both }),
      ),
    }),
  ),
  meetings: z.array(
    z.object({
      date_from: day,
      date_to: day,
      kind: z.enum(['workshop', 'gnp_meeting', 'consultative_meeting']),
      place: z.string().nullable(),
      organiser: z.string().optional(),
      supported_by: z.string().nullable(),
      moderated_by: both.nullable().default(null),
      topic: both,
      audience: both,
      participants: z.array(z.string()),
      outcome: both.nullable(),
    }),
  ),
  undated_activities: z.array(z.object({ institution: both.optional(), text: both })),
  input_documents: z.array(z.object({ text: both })).default([]),
  resources: z.object({
    human: z.array(both.extend({ unit: both.optional(), order: z.string().optional() })),
    financial: z.array(z.object({ supporter: z.string(), amount: z.number().nullable(), project: both, covers: both })),
    equipment: z.array(z.object({ name: both, provided_by: z.string().optional() })),
  }),
  response_channels: z.array(z.object({ kind: z.string().optional(), name: both, address: z.string().nullable() })),
  monitoring: z.object({
    quantitative_indicators: z.array(
      z.object({
        key: z.string().optional(),
        name: both,
        selected: z.boolean(),
        planned: both.nullable(),
        achieved: both.nullable(),
        improvement: both.nullable().default(null),
      }),
    ),
    process: z
      .array(z.object({ key: z.string(), answer: z.boolean().nullable(), improvement: both.nullable() }))
      .default([]),
    quantitative_tools: tools,
    qualitative_indicators: z
      .array(z.object({ key: z.string(), selected: z.boolean().nullable(), statement: both.nullable() }))
      .default([]),
    qualitative_tools: tools,
  }),
  observations: z.array(z.object({ about: z.array(z.string()).optional(), note: both })),
})

export type ConsultationPlan = z.infer<typeof planSchema>
export type InBoth = z.infer<typeof both>
