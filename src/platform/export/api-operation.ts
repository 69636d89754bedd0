import type { z } from 'zod'
import type { InEveryLanguage, Lang } from '../i18n/language.ts'
import type { Services } from '../services.ts'

/** What a parameter was refused for, in words, besides what its schema says. */
export type RefusedParameter = { parameter: string; detail: string }

export type ApiAnswer<A> =
  /** `next`: parameters to change for the page that follows; told by a `Link` header. */
  | { kind: 'found'; body: A; next?: Readonly<Record<string, string>> | null }
  | { kind: 'absent' }
  | { kind: 'refused'; errors: readonly RefusedParameter[] }

/**
 * One address of the API. The same definition answers it, refuses what it does not know, and stands in the OpenAPI
 * document. Make it with `apiOperation`, which ties the handler to the schemas.
 */
export type ApiOperation<Q extends z.ZodObject = z.ZodObject, A extends z.ZodType = z.ZodType> = {
  /** Lasts for ever: programs are made from it. `kerko` */
  id: string
  method: 'GET'
  /** Under /api/v1, parts in braces being parameters of the same name in `query`: `/kerko`, `/konsultimet/{celesi}`. */
  path: string
  summary: InEveryLanguage<string>
  description: InEveryLanguage<string>
  /**
   * All that may be asked, each a string as it stands in the address; `.describe()` says what it is. What is not here is
   * refused, and so is what comes twice, unless the schema of that name is an array.
   */
  query: Q
  answer: A
  handle(services: Services, lang: Lang, query: z.output<Q>): Promise<ApiAnswer<z.input<A>>>
}

export const apiOperation = <Q extends z.ZodObject, A extends z.ZodType>(operation: ApiOperation<Q, A>): ApiOperation =>
  operation
