/** What does not hold; the words are those of docs/receipts.md. */
export class Refusal extends Error {}

export function must(holds: unknown, why: string): asserts holds {
  if (!holds) throw new Refusal(why)
}
