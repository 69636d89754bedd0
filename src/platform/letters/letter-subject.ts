import { refOf } from '../subjects/subject-rules.ts'

export const LETTER_KIND = 'letters.letter'
export const TEMPLATE_KIND = 'letters.template'

export const letterRef = (id: string): string => refOf(LETTER_KIND, id)
