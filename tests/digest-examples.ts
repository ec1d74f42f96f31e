import type { PasswordHasher } from '#server/credentials/hashing/hashers.ts'

/** The password of all examples. */
export const examplePassword = 'Correct-Horse-9!'

/**
 * Made by other implementations (passlib, Django, Werkzeug, argon2-cffi, hashlib), but for `md5_phpass`, whose format
 * nobody published: there we presume.
 */
export const digestExamples: Record<Exclude<PasswordHasher, 'awscognito'>, readonly string[]> = {
  argon2i: [
    '$argon2i$v=19$m=4096,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$fmaLpU5yHpztjS1C2n9ckWImAG9ubRroetJ8L7ZhBpU',
  ],
  argon2id: [
    '$argon2id$v=19$m=4096,t=3,p=1$MDEyMzQ1Njc4OWFiY2RlZg$USxZSppDXSydIzxOtJ9A8Q7Ic6SffCmlwNWXpe8+wQw',
  ],
  bcrypt: ['$2b$10$abcdefghijklmnopqrstuu1knOKfyKmvFeiaef9X7mAtSmM6hBo.W'],
  bcrypt_peppered: ['$2b$10$abcdefghijklmnopqrstuu.ubcZ07cJD.PoslAWwGeA/reGXA7o92$pepper123'],
  bcrypt_sha256_django: ['bcrypt_sha256$$2b$10$abcdefghijklmnopqrstuuP6TFLvlbwNXVATY9rWOF01o1rkX1Bja'],
  ldap_ssha: ['{SSHA}eyCW40OYSTQMsYHHTgCu1F6r7mwxMjM0NTY3OA=='],
  md5: ['ae5bf1de906a22bd3c96b7ec4fc4d064'],
  md5_phpass: ['$P$9abcdEFGHacnZUr3vnOhP1hTcqTw6E.'],
  md5_salted: ['s4lt$3d84a5bdee7f11cf7ba28669a2a41d6e', 's4lt$d7f95d04b1c3641f80bed26278f561b7'],
  pbkdf2_sha1: [
    'pbkdf2_sha1$1000$30313233343536373839616263646566$f69ef59fb134144a4be61742eaa2be1ed9ac7d1e9088cea2b47abdb9770ddd14',
    'pbkdf2_sha1$1000$NaCl-salt$3790ed05a16a99a59d80bd924aa3d23e18582942643b8d93c673b409eaf82ff4',
    'pbkdf2_sha1$1000$30313233343536373839616263646566$f69ef59fb134144a4be61742eaa2be1ed9ac7d1e$20',
  ],
  pbkdf2_sha256: ['pbkdf2_sha256$1000$MDEyMzQ1Njc4OWFiY2RlZg==$j2RvQD5L3aRouUb0pCn9tvnpFX1ijTWTpwvxDUFFXKA='],
  pbkdf2_sha256_django: ['pbkdf2_sha256$1000$NaClNaClNaCl$w7enkss7NAC1Z8L9lh+NxyeN5lJpEa6usS5Ovoh0KKw='],
  pbkdf2_sha512: [
    'pbkdf2_sha512$1000$NaClNaCl$b3c1623409920db582823d789cfdb377ddd5475785c326f3ee471dc54a0a7768ae710c060bdcc52cc93ec2f382d4ed84960f626705a5b6102736ad03ff5d3f2c',
  ],
  pbkdf2_sha512_hex: [
    'pbkdf2_sha512_hex$1000$30313233343536373839616263646566$b3314b298df740e03a7dd09f97023a7a14e6bf420dfef4cdf7268a6407539b9e365366ac9b6f309ea797a5601aa13fba2ba4be79d60363161190ca2e4db9c415',
  ],
  phpass: ['$P$9abcdEFGH/R2aPVIDUoxfqFY9REopP.'],
  scrypt_firebase: [
    '6GbEYaTc5KX4Gcr1QgX46aJLcnOMdvIHa3AL4ATFvqaD2NceIKQSqpC3UY46KyNJSXNnKCBqf9Ald0nYsamEYA==$42xEC+ixf3L2lw==$jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==$Bw==$8$14',
  ],
  scrypt_werkzeug: [
    'scrypt:32768:8:1$NaClNaCl16bytes!$3cb15a260b946323c00c4087b8e7e5cb941f65c5809be8c231e4d7d96429230a772a70e0c59f9c838bebfaf486437485356946035815a62c177299b734564856',
  ],
  sha256: ['caac6ca8be26ec69fda9065732ac4f05ac5355061e4aa201c40fcb4a4d61d64c'],
  sha256_salted: [
    's4lt$63f9d0247ddd82d8c8b86b792ba2b543a65e96532139359269570dec4f9826a2',
    's4lt$43701b030eb07636780c70a8c1fcd97c6c3f9cc227569260f4fedac0c1802fce',
  ],
  sha512_symfony: [
    'sha512_symfony$10$NaClNaCl$IyC6tBbo3QALfzGQT2JtMZYEfxrJOX1ivVB3xO8b6sjvyiuGRlQH7vB6rffqaeyS7VAYnJaQKAlZyis/pEK5uA==',
  ],
}
