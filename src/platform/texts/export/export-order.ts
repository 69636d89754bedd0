import type { Comparison } from '../compare/comparison.ts'
import type { ExportedNode, ExportedText } from './exported-text.ts'

/** Which heavy file is to be made; it goes to a process of its own as JSON. */
export type ExportOrder =
  | { kind: 'docx' | 'pdf'; text: ExportedText }
  | { kind: 'changes'; text: ExportedText; earlier: number; from: readonly ExportedNode[]; comparison: Comparison }

/** The process ends with this where the machine has no compiler for PDF. */
export const NO_COMPILER = 3
