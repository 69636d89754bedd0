import type { FormDocument } from '../../papers/form-document-rules.ts'
import type { Comparison } from '../compare/comparison.ts'
import type { ExportedNode, ExportedText } from './exported-text.ts'

/** Which heavy file is to be made; it goes to a process of its own as JSON. */
export type ExportOrder =
  | { kind: 'docx' | 'pdf'; text: ExportedText }
  /** A filled form; the moment that stands in the file, as ISO 8601. */
  | { kind: 'form-docx' | 'form-pdf'; form: FormDocument; madeAt: string }
  /** A filled form as the first pages, and behind it these PDF files, by their paths. */
  | { kind: 'bound-pdf'; form: FormDocument; madeAt: string; files: readonly string[] }
  | { kind: 'changes'; text: ExportedText; earlier: number; from: readonly ExportedNode[]; comparison: Comparison }

/** The process ends with this where the machine has no compiler for PDF. */
export const NO_COMPILER = 3
