import { consultations } from '#modules/consultations/module.ts'
import type { Module } from '#platform/module.ts'

/** The only list of modules. */
export const modules: readonly Module[] = [consultations]
