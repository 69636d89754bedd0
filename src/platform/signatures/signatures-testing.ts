import { createHash } from 'node:crypto'
import {
  BitString,
  Boolean as AsnBoolean,
  fromBER,
  Integer,
  ObjectIdentifier,
  OctetString,
  PrintableString,
  UTCTime,
  Utf8String,
} from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from 'pkijs'

/** Help for tests: certificates, and PDF files signed with them. Only tests import this; the program holds no private key. */

export type Signer = { certificate: Certificate; key: CryptoKey; der: Buffer; pem: string }

type Wish = {
  name: string
  organisation?: string
  method?: 'RSA' | 'ECDSA'
  issuer?: Signer
  authority?: boolean
  from?: string
  to?: string
  timeStamping?: boolean
}

let serials = 4096

export async function makeSigner(wish: Wish): Promise<Signer> {
  const { name, organisation = 'Bashkia Provë', method = 'RSA', issuer, authority = false } = wish
  const pair = await crypto.subtle.generateKey(ALGORITHMS[method], true, ['sign', 'verify'])
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ value: (serials += 1) }) })
  for (const [type, value] of Object.entries({ '2.5.4.3': name, '2.5.4.10': organisation }))
    certificate.subject.typesAndValues.push(new AttributeTypeAndValue({ type, value: new Utf8String({ value }) }))
  certificate.subject.typesAndValues.push(
    new AttributeTypeAndValue({ type: '2.5.4.6', value: new PrintableString({ value: 'AL' }) }),
  )
  certificate.issuer.typesAndValues = (issuer?.certificate ?? certificate).subject.typesAndValues
  certificate.notBefore.value = new Date(wish.from ?? '2025-01-01T00:00:00Z')
  certificate.notAfter.value = new Date(wish.to ?? '2029-01-01T00:00:00Z')
  certificate.extensions = extensionsOf(authority, wish.timeStamping === true)
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey)
  await certificate.sign(issuer?.key ?? pair.privateKey, 'SHA-256')
  const der = Buffer.from(certificate.toSchema(true).toBER())
  const pem = `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`
  return { certificate, key: pair.privateKey, der, pem }
}

const ALGORITHMS = {
  RSA: { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  ECDSA: { name: 'ECDSA', namedCurve: 'P-256' },
} as const

function extensionsOf(authority: boolean, timeStamping: boolean): Extension[] {
  const of = (extnID: string, parsed: BasicConstraints | ExtKeyUsage | BitString, critical = true) =>
    new Extension({ extnID, critical, extnValue: ('toSchema' in parsed ? parsed.toSchema() : parsed).toBER() })
  const usage = new BitString({
    valueHex: Uint8Array.from([authority ? 0x06 : 0xc0]).buffer,
    unusedBits: authority ? 1 : 6,
  })
  return [
    of('2.5.29.19', new BasicConstraints({ cA: authority })),
    of('2.5.29.15', usage),
    ...(timeStamping ? [of('2.5.29.37', new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] }))] : []),
  ]
}

type Cms = { at?: Date | null; content?: Buffer; stamped?: Signer; stampAt?: Date; beside?: readonly Signer[] }
type Kind = { type: string }

async function makeCms(signer: Signer, data: Buffer, wish: Cms & Kind): Promise<Buffer> {
  const { certificate } = signer
  const info = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: attributesOf(data, wish) }),
  })
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: wish.type }),
    signerInfos: [info],
    certificates: [certificate, ...(wish.beside ?? []).map((one) => one.certificate)],
  })
  if (wish.content)
    signed.encapContentInfo.eContent = new OctetString({ valueHex: Uint8Array.from(wish.content).buffer })
  await signed.sign(signer.key, 0, 'SHA-256', wish.content ? undefined : Uint8Array.from(data).buffer)
  if (wish.stamped) {
    const value = Buffer.from(info.signature.valueBlock.valueHexView)
    const token = await makeTimeStamp(wish.stamped, value, wish.stampAt ?? new Date('2026-11-21T10:00:05Z'))
    const attribute = new Attribute({
      type: '1.2.840.113549.1.9.16.2.14',
      values: [fromBER(Uint8Array.from(token)).result],
    })
    info.unsignedAttrs = new SignedAndUnsignedAttributes({ type: 1, attributes: [attribute] })
  }
  const outer = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })
  return Buffer.from(outer.toSchema().toBER())
}

function attributesOf(data: Buffer, { type, at }: Cms & Kind): Attribute[] {
  const digest = createHash('sha256').update(data).digest()
  return [
    new Attribute({ type: '1.2.840.113549.1.9.3', values: [new ObjectIdentifier({ value: type })] }),
    new Attribute({
      type: '1.2.840.113549.1.9.4',
      values: [new OctetString({ valueHex: Uint8Array.from(digest).buffer })],
    }),
    ...(at ? [new Attribute({ type: '1.2.840.113549.1.9.5', values: [new UTCTime({ valueDate: at })] })] : []),
  ]
}

async function makeTimeStamp(signer: Signer, stamped: Buffer, at: Date): Promise<Buffer> {
  const hashedMessage = new OctetString({
    valueHex: Uint8Array.from(createHash('sha256').update(stamped).digest()).buffer,
  })
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' })
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint: new MessageImprint({ hashAlgorithm, hashedMessage }),
    serialNumber: new Integer({ value: 7 }),
    genTime: at,
    ordering: new AsnBoolean({ value: true }).valueBlock.value,
  })
  const content = Buffer.from(info.toSchema().toBER())
  return makeCms(signer, content, { type: '1.2.840.113549.1.9.16.1.4', content })
}

/** A PDF of one page, as small as one can be. */
export function aPdf(words = 'Vendim'): Buffer {
  const page = `BT /F1 18 Tf 72 720 Td (${words}) Tj ET`
  return written('%PDF-1.7\n', null, [
    [1, '<</Type/Catalog/Pages 2 0 R>>'],
    [2, '<</Type/Pages/Kids[3 0 R]/Count 1>>'],
    [3, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>'],
    [4, `<</Length ${page.length}>>stream\n${page}\nendstream`],
    [5, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'],
  ])
}

type Objects = readonly (readonly [number, string])[]

/** Objects at the end of a file, with the table that finds them. */
function written(before: string, previous: number | null, objects: Objects, size = objects.length + 1): Buffer {
  let out = before
  const at = objects.map(([n, words]) => {
    const offset = out.length
    out += `${n} 0 obj\n${words}\nendobj\n`
    return [n, offset] as const
  })
  const table = out.length
  const free = previous === null ? '0 1\n0000000000 65535 f \n' : ''
  const rows = at.map(([n, offset]) => `${n} 1\n${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const prev = previous === null ? '' : `/Prev ${previous}`
  out += `xref\n${free}${rows}trailer\n<</Size ${size}/Root 1 0 R${prev}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(out, 'latin1')
}

const lastOf = (words: string, shape: RegExp): string => [...words.matchAll(shape)].at(-1)?.[1] ?? ''

/** What anybody can do to a file, signed or not: something is added at its end. */
export function addRevision(pdf: Buffer, words = 'Shtesë'): Buffer {
  const before = pdf.toString('latin1')
  const page = `BT /F1 18 Tf 72 720 Td (${words}) Tj ET`
  const size = Number(lastOf(before, /\/Size (\d+)/g))
  const previous = Number(lastOf(before, /startxref\n(\d+)/g))
  return written(before, previous, [[4, `<</Length ${page.length}>>stream\n${page}\nendstream`]], size)
}

const ROOM = 16_000
export const SIGNED_AT = new Date('2026-11-21T10:00:00Z')

export type SigningWish = Omit<Cms, 'content'> & { subFilter?: string }

/** The file with one more signature at its end. */
export async function signPdf(pdf: Buffer, signer: Signer, wish: SigningWish = {}): Promise<Buffer> {
  const before = pdf.toString('latin1')
  const size = Number(lastOf(before, /\/Size (\d+)/g))
  const previous = Number(lastOf(before, /startxref\n(\d+)/g))
  const fields = `${lastOf(before, /\/Fields\[([^\]]*)\]/g)} ${size} 0 R`
  const { subFilter = 'ETSI.CAdES.detached' } = wish
  const range = '/ByteRange[0 ********** ********** **********]'
  const type = subFilter === 'ETSI.RFC3161' ? 'DocTimeStamp' : 'Sig'
  const value = `<</Type/${type}/Filter/Adobe.PPKLite/SubFilter/${subFilter}${range}/Contents<${'0'.repeat(ROOM)}>>>`
  const field = `<</FT/Sig/Type/Annot/Subtype/Widget/Rect[0 0 0 0]/P 3 0 R/T(S${size})/V ${size + 1} 0 R>>`
  const catalog = `<</Type/Catalog/Pages 2 0 R/AcroForm<</SigFlags 3/Fields[${fields}]>>>>`
  const objects = [
    [1, catalog],
    [size, field],
    [size + 1, value],
  ] as const
  const open = written(before, previous, objects, size + 2).toString('latin1')
  const to = open.lastIndexOf('/Contents<') + '/Contents'.length
  const from = to + ROOM + 2
  const numbers = [to, from, open.length - from].map((n) => String(n).padEnd(10, ' '))
  const said = open.replace(range, `/ByteRange[0 ${numbers.join(' ')}]`)
  const data = Buffer.from(said.slice(0, to) + said.slice(from), 'latin1')
  const cms =
    subFilter === 'ETSI.RFC3161'
      ? await makeTimeStamp(signer, data, wish.stampAt ?? SIGNED_AT)
      : await makeCms(signer, data, { at: SIGNED_AT, ...wish, type: '1.2.840.113549.1.7.1' })
  const hex = cms.toString('hex').padEnd(ROOM, '0')
  return Buffer.from(`${said.slice(0, to)}<${hex}>${said.slice(from)}`, 'latin1')
}
