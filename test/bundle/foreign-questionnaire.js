const plain = {
  resourceType: 'Questionnaire',
  status: 'active',
  item: [
    { linkId: 'b', type: 'boolean', text: 'Asked' },
    {
      linkId: 's',
      type: 'integer',
      text: 'How much',
      extension: [
        {
          url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl',
          valueCodeableConcept: { coding: [{ code: 'slider' }] },
        },
      ],
    },
  ],
};

/** Gives the rating of a page a Questionnaire, and waits until it is shown. */
export async function showQuestionnaire(page, questionnaire = plain) {
  await page.evaluate((given) => {
    document.querySelector('alliance-rating').questionnaire = given;
  }, questionnaire);
  await page.locator('alliance-rating [part~="legend"]').filter({ hasText: 'Asked' }).waitFor();
}

const rich = (linkId, format, value) => ({
  linkId,
  type: 'display',
  text: 'plain words',
  _text: { extension: [{ url: `http://hl7.org/fhir/StructureDefinition/rendering-${format}`, ...value }] },
});

export const richQuestionnaire = {
  ...plain,
  item: [
    rich('m', 'markdown', {
      valueMarkdown: '**Bold** and [a site](https://example.org)\n\n<script>alert(1)</script>',
    }),
    rich('x', 'xhtml', { valueString: '<div><em>Slanted</em><img src="x" onerror="alert(1)"/></div>' }),
    ...plain.item,
  ],
};
