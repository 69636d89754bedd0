import { consultations } from '#modules/consultations/module.ts'
import { council } from '#modules/council/module.ts'
import { councilActs } from '#modules/council-acts/module.ts'
import { meetings } from '#modules/meetings/module.ts'
import { openData } from '#modules/open-data/module.ts'
import type { Door } from '#platform/door.ts'

/** The only list of modules. */
export const modules: readonly Door[] = [consultations, meetings, council, councilActs, openData]
