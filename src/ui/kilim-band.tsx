import { KILIM_FIELD } from '#platform/papers/kilim-rules.ts'

/**
 * The mark: a narrow woven band of stepped diamonds between two stitched lines, from the geometry of the Albanian
 * kilim. It says nothing, so nobody hears it. At most once a page: the pattern has an id.
 */
export const KilimBand = () => (
  <svg class="kv-kilim" width="100%" height="28" shape-rendering="crispEdges" aria-hidden="true" focusable="false">
    <pattern id="kilim" width="56" height="28" patternUnits="userSpaceOnUse" x="50%">
      <path class="kv-kilim__thread" d="M0 0h56v28H0z" />
      <path class="kv-kilim__stitch" d="M2 4h56M2 24h56" stroke-width="2" stroke-dasharray="4" />
      <path class="kv-kilim__field" d={KILIM_FIELD} />
      <path class="kv-kilim__thread" d="M26 12h4v1h4v2h-4v1h-4v-1h-4v-2h4z" />
    </pattern>
    <rect width="100%" height="28" fill="url(#kilim)" />
  </svg>
)
