import { consultations } from '#modules/consultations/module.ts'
import { openData } from '#modules/open-data/module.ts'
import type { Door } from '#platform/door.ts'

/** The only list of modules. */
export const modules: readonly Door[] = [consultations, openData]
