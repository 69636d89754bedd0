import { qrSvg } from '#platform/papers/qr-picture.ts'
import { makePdf, printable } from '#platform/papers/typst.ts'
import { POSTER_TYPST } from './poster-typst.ts'

export type Poster = {
  paper: 'a4' | 'a3'
  lang: string
  accent: string | null
  lead: string
  kind: string
  number: string
  title: string
  sections: readonly { title: string; items: readonly string[] }[]
  scan: string
  address: string
}

/** The poster as a tagged PDF; null where this machine cannot make one. */
export async function makePoster(poster: Poster, madeAt: Date): Promise<Buffer | null> {
  const files = {
    '/poster.json': Buffer.from(JSON.stringify(await printable(poster))),
    '/qr.svg': Buffer.from(qrSvg(poster.address)),
  }
  return makePdf({ source: POSTER_TYPST, files, madeAt })
}
