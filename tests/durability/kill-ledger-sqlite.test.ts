import { killsUnderLoad } from './kills-under-load.ts'

killsUnderLoad('sqlite')
