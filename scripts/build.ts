/** `npm run build`: the plugin as its users get it, in `dist`. */
import { buildPlugin } from './buildPlugin.js'

buildPlugin()
