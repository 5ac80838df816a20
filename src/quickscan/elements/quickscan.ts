import { LotseQuickscan } from './lotse-quickscan.tsx'

customElements.define('lotse-quickscan', LotseQuickscan)
