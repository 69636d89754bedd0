/** Fields of Word: what a field is (never shown) and what it shows. They nest, and may span paragraphs. */
export type Field = { result: boolean; instruction: string }

/** begin … (what the field is) … separate … (what it shows) … end */
export function turnField(fields: Field[], turn: string | undefined): void {
  const field = fields.at(-1)
  if (turn === 'begin') fields.push({ result: false, instruction: '' })
  else if (turn === 'separate' && field) field.result = true
  else if (turn === 'end') fields.pop()
}

export function addInstruction(fields: Field[], text: string): void {
  const field = fields.at(-1)
  if (field && !field.result) field.instruction += text
}

export const makesContents = (fields: Field[]): boolean => fields.some((field) => /^\s*TOC\b/.test(field.instruction))
