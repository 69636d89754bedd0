import type { ConsultationTexts } from './texts.sq.ts'
import { sq } from './texts.sq.ts'
export const en: ConsultationTexts = sq
