import { randomUUID } from 'node:crypto'
import { letterUrls } from '#app/office/letters/urls.ts'
import { givenIssuedLetter, givenLetter } from '#platform/letters/letters-testing.ts'
import { insertTemplate, insertTemplateVersion } from '#platform/letters/template-queries.ts'
import { page, record, type MatrixWorld, type Rows, type Slug } from './row.ts'

/** Official letters and their templates. */
export function letterRows({ db, services }: MatrixWorld): Rows {
  const institutionOf = async (slug: Slug) =>
    (await db<{ id: string }[]>`select id from platform.institutions where slug = ${slug}`)[0]?.id ?? ''
  const aDraft = async (institution: Slug) => (await givenLetter(services, { institution })).id
  const anIssued = async (institution: Slug) => (await givenIssuedLetter(services, { institution, files: false })).id

  const formOf = async (slug: Slug) => ({
    institucioni: await institutionOf(slug),
    lloji: 'answer',
    adresuesi: 'Ana Shembull',
    lenda: 'Përgjigje',
    teksti: 'Po.',
    revisioni: '1',
    dergesa: randomUUID(),
  })

  const templateForm = async (slug: Slug) => ({
    institucioni: await institutionOf(slug),
    lloji: 'answer',
    emri: 'Përgjigje e shkurtër',
    lenda: 'Përgjigje',
    teksti: 'Po, {{adresuesi}}.',
    versioni: '1',
    dergesa: randomUUID(),
  })

  async function aTemplate(slug: Slug): Promise<string> {
    const institutionId = await institutionOf(slug)
    const at = services.clock.now()
    return db.begin(async (tx) => {
      const { id } = await insertTemplate(tx, { institutionId, submissionId: randomUUID(), kind: 'answer', at })
      const words = { name: 'Përgjigje', lang: 'sq', subjectLine: 'Përgjigje', body: 'Po.', remedy: '' } as const
      const other = { otherLang: null, otherSubjectLine: null, otherBody: null, otherRemedy: null }
      await insertTemplateVersion(tx, { ...words, ...other, institutionId, templateId: id, n: 1, by: null, at })
      return id
    })
  }

  async function aDocument(slug: Slug): Promise<{ path: string }> {
    const { id, docxDocumentId } = await givenIssuedLetter(services, { institution: slug })
    return { path: letterUrls.document(id, docxDocumentId ?? '') }
  }

  const day = { 'protokolluar-day': '20', 'protokolluar-month': '11', 'protokolluar-year': '2026' }

  return {
    'GET /zyra/shkresat': page('letters.read', letterUrls.list()),
    'GET /zyra/shkresat.csv': page('letters.read', letterUrls.csv()),
    'GET /zyra/shkresa/e-re': page('letters.write', letterUrls.fresh()),
    'POST /zyra/shkresa/e-re': record('letters.write', async (slug) => ({
      path: letterUrls.fresh(),
      fields: await formOf(slug),
    })),
    'GET /zyra/shkresa/:id': record('letters.read', async (slug) => ({ path: letterUrls.one(await aDraft(slug)) })),
    'GET /zyra/shkresa/:id/ndryshimi': record('letters.write', async (slug) => ({
      path: letterUrls.edit(await aDraft(slug)),
    })),
    'POST /zyra/shkresa/:id/ndryshimi': record('letters.write', async (slug) => ({
      path: letterUrls.edit(await aDraft(slug)),
      fields: await formOf(slug),
    })),
    'POST /zyra/shkresa/:id/fshirja': record('letters.write', async (slug) => ({
      path: letterUrls.removal(await aDraft(slug)),
      fields: { revisioni: '1' },
    })),
    'POST /zyra/shkresa/:id/leshimi': record('letters.issue', async (slug) => ({
      path: letterUrls.issuing(await aDraft(slug)),
      fields: { revisioni: '1' },
    })),
    'POST /zyra/shkresa/:id/anulimi': record('letters.issue', async (slug) => ({
      path: letterUrls.cancellation(await anIssued(slug)),
      fields: { arsyeja: 'U lëshua gabim' },
    })),
    'POST /zyra/shkresa/:id/protokolli': record('letters.write', async (slug) => ({
      path: letterUrls.protocol(await anIssued(slug)),
      fields: { protokolli: '1247/3', ...day },
    })),
    'POST /zyra/shkresa/:id/dergimi': record('letters.write', async (slug) => ({
      path: letterUrls.sending(await anIssued(slug)),
      fields: { menyra: 'hand', dergesa: randomUUID() },
    })),
    'POST /zyra/shkresa/:id/skedaret': record('letters.write', async (slug) => ({
      path: letterUrls.files(await anIssued(slug)),
    })),
    'GET /zyra/shkresa/:id/dokumente/:document': record('letters.read', aDocument),

    'GET /zyra/shkresat/modelet': page('letters.read', letterUrls.templates()),
    'GET /zyra/shkresat/modelet/i-ri': page('letters.templates', letterUrls.newTemplate()),
    'POST /zyra/shkresat/modelet/i-ri': record('letters.templates', async (slug) => ({
      path: letterUrls.newTemplate(),
      fields: await templateForm(slug),
    })),
    'GET /zyra/shkresat/modelet/:id': record('letters.read', async (slug) => ({
      path: letterUrls.template(await aTemplate(slug)),
    })),
    'GET /zyra/shkresat/modelet/:id/ndryshimi': record('letters.templates', async (slug) => ({
      path: letterUrls.editTemplate(await aTemplate(slug)),
    })),
    'POST /zyra/shkresat/modelet/:id/ndryshimi': record('letters.templates', async (slug) => ({
      path: letterUrls.editTemplate(await aTemplate(slug)),
      fields: await templateForm(slug),
    })),
    'POST /zyra/shkresat/modelet/:id/heqja': record('letters.templates', async (slug) => ({
      path: letterUrls.endTemplate(await aTemplate(slug)),
    })),
    'POST /zyra/shkresat/cilesimet': record('letters.templates', async (slug) => ({
      path: letterUrls.settings(),
      fields: { institucioni: await institutionOf(slug) },
    })),
  }
}
