import { keepRegionsFresh } from '#platform/live/browser/regions.ts'
import { LotseDraft } from '#platform/web/elements/draft/lotse-draft.ts'
import { LotseCopy } from '#platform/web/elements/lotse-copy.ts'
import { LotseCount } from '#platform/web/elements/lotse-count.ts'
import { LotseDictate } from '#platform/web/elements/lotse-dictate.ts'
import { LotseDue } from '#platform/web/elements/lotse-due.ts'
import { guardSignOut } from '#platform/web/elements/sign-out.ts'
import { LotseSort } from '#platform/web/elements/sort/lotse-sort.ts'
import { submitOnce } from '#platform/web/elements/submit-once.ts'

customElements.define('lotse-draft', LotseDraft)
customElements.define('lotse-sort', LotseSort)
customElements.define('lotse-count', LotseCount)
customElements.define('lotse-copy', LotseCopy)
customElements.define('lotse-dictate', LotseDictate)
customElements.define('lotse-due', LotseDue)
keepRegionsFresh()
guardSignOut()
submitOnce()
