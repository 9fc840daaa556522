import { expect, test } from '@playwright/test';

const languages = {
  en: {
    question: 'What is the difference between cookies and sessions?',
    sentence: 'Show: In one sentence',
    minute: 'Show: In a minute',
    answer: /a session is what the server remembers/,
    points: /Which of these did you say\? 1 of 4/,
    hard: 'Hard: keep for later',
    again: 'Begin again',
    all: 'All questions',
    only: 'Only what was hard (1)',
    random: 'Ask me one at random',
    another: 'Another at random',
    prove: 'Prove it in the lab',
    proof: 'A row for Alice',
    unknown: 'There is no such question.',
  },
  ko: {
    question: '쿠키와 세션의 차이는 무엇인가요?',
    sentence: '답 보기: 한 문장으로',
    minute: '답 보기: 1분으로',
    answer: /세션은 서버가 방문자에 대해 기억하는 내용/,
    points: /4개 중 1개/,
    hard: '어려움: 나중에 다시',
    again: '처음부터 다시',
    all: '전체 질문',
    only: '어려웠던 질문만 (1)',
    random: '무작위로 질문받기',
    another: '다른 질문 받기',
    prove: '실험실에서 확인하기',
    proof: '로그인하면 서버에 한 줄이 생겨요',
    unknown: '그런 질문은 없습니다.',
  },
} as const;

for (const [language, words] of Object.entries(languages)) {
  test(`a question is answered, compared, kept and proved (${language})`, async ({ page }) => {
    await page.goto(`${language}/interview/`);
    await page.getByRole('link', { name: words.question }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.question })).toBeVisible();
    await page.getByRole('textbox').fill('My own answer');
    await expect(page.getByText(words.answer)).toBeHidden();
    await page.getByRole('button', { name: words.sentence }).click();
    await expect(page.getByText(words.answer)).toBeVisible();
    await expect(page.getByRole('button', { name: words.minute })).toBeVisible();
    await page.getByRole('checkbox').first().check();
    await expect(page.getByRole('group', { name: words.points })).toBeVisible();
    await page.getByRole('button', { name: words.hard }).click();

    await page.reload();
    await expect(page.getByRole('textbox')).toHaveValue('My own answer');

    await page.getByRole('link', { name: words.all }).click();
    await page.getByRole('checkbox', { name: words.only }).check();
    await expect(page.locator('main li')).toHaveCount(1);
    await page.getByRole('link', { name: words.question }).click();
    await page.getByRole('button', { name: words.sentence }).click();
    await page.getByRole('link', { name: words.prove }).click();
    await expect(page).toHaveURL(/\/sessions\/#sign-in$/);
    await expect(page.getByRole('heading', { name: words.proof })).toBeVisible();
  });

  test(`questions come at random, and an unknown one is answered (${language})`, async ({
    page,
  }) => {
    await page.goto(`${language}/interview/#no-such-question`);
    await expect(page.getByRole('alert')).toContainText(words.unknown);
    await page.getByRole('button', { name: words.random }).click();
    const first = page.url();
    await page.getByRole('button', { name: words.another }).click();
    await expect(page).not.toHaveURL(first);
    await page.goBack();
    await expect(page).toHaveURL(first);
  });
}
