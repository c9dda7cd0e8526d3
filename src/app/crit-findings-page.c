/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-findings-page.h"

#include <glib/gi18n-lib.h>

/* A file can be wrong in ten thousand places; whoever mends it starts at the first. */
#define MAX_SHOWN 200

struct _CritFindingsPage
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *findings;

  char *text; /* all findings, one a line, as they are copied */
};

G_DEFINE_FINAL_TYPE (CritFindingsPage, crit_findings_page, ADW_TYPE_BIN)

static void
copy_cb (CritFindingsPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->text);
}

static void
crit_findings_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CRIT_TYPE_FINDINGS_PAGE);
  G_OBJECT_CLASS (crit_findings_page_parent_class)->dispose (object);
}

static void
crit_findings_page_finalize (GObject *object)
{
  g_free (CRIT_FINDINGS_PAGE (object)->text);
  G_OBJECT_CLASS (crit_findings_page_parent_class)->finalize (object);
}

static void
crit_findings_page_class_init (CritFindingsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = crit_findings_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = crit_findings_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/crit-findings-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CritFindingsPage, title);
  gtk_widget_class_bind_template_child (widget_class, CritFindingsPage, findings);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
crit_findings_page_init (CritFindingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * crit_findings_page_set_document:
 * @self: a page
 * @document: a file that cannot be used
 *
 * Shows what was found in the file.
 */
void
crit_findings_page_set_document (CritFindingsPage *self, CritDocument *document)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;
  g_autofree char *shown = NULL;

  g_return_if_fail (CRIT_IS_FINDINGS_PAGE (self));
  g_return_if_fail (CRIT_IS_DOCUMENT (document));

  name = crit_document_dup_name (document);
  /* Translators: %s is the name of a file. */
  title = g_strdup_printf (_ ("“%s” cannot be used"), name);
  shown = crit_document_dup_findings_text (document, MAX_SHOWN);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->findings, shown);
  g_free (self->text);
  self->text = crit_document_dup_findings_text (document, G_MAXUINT);
}
