import { LotseTogether } from './lotse-together.ts'

customElements.define('lotse-together', LotseTogether)
