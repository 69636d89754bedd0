import type { PageContext } from '#platform/http/page-context.ts'
import type { Example } from './example.ts'
import { examples } from './examples.ts'
import { FRAME_TEXTS } from './frame-texts.ts'
import { Layout } from './layout.tsx'

/** Every component in every form, for those who build pages and those who judge how they look. */
export const GalleryPage = ({ page, office = true }: { page: PageContext; office?: boolean }) => {
  const texts = FRAME_TEXTS[page.lang]
  return (
    <Layout page={page} title={texts.gallery} office={office} robots="noindex">
      <h1>{texts.gallery}</h1>
      <p class="kv-lead">{texts.galleryLead}</p>
      {byComponent().map(([component, group]) => (
        <section aria-labelledby={`g-${component}`} lang="sq">
          <h2 id={`g-${component}`}>{component}</h2>
          {group.map((example) => (
            <>
              <p class="kv-caption">{example.name}</p>
              {example.render()}
            </>
          ))}
        </section>
      ))}
    </Layout>
  )
}

function byComponent(): [string, Example[]][] {
  const groups = new Map<string, Example[]>()
  for (const example of examples) groups.set(example.component, [...(groups.get(example.component) ?? []), example])
  return [...groups]
}
