/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "crit-rules-follower.h"

#include "record/crit-carry-over.h"
#include "rules/crit-version.h"

#include <glib/gi18n-lib.h>

/* Microseconds in which the folders of rules files are not read a second time. */
#define SOON (10 * G_USEC_PER_SEC)

struct _CritRulesFollower
{
  GObject parent_instance;

  CritLibrary *library;
  CritDocumentWatch *watch; /* (nullable): of the file that the rules in use were read from */
  CritRules *chosen;        /* (nullable): rules of that file as they were last fit to be used */
  CritSession *session;     /* (nullable) */
  CritRulesFollowerFunc is_busy;
  gpointer data;

  CritRules *former; /* (nullable): in use before those that came into use last */
  CritRules
      *present;    /* (nullable): the rules that came into use last; others are in use after undo */
  GPtrArray *lost; /* of CritLostAnswer: what there was no room for */
  gboolean
      declined;    /* somebody went back to the former rules: nothing is changed unasked any more */
  char *dismissed; /* (nullable): what was said and need not be said again */
  gint64 looked;   /* when the folders were last asked for */
};

G_DEFINE_FINAL_TYPE (CritRulesFollower, crit_rules_follower, G_TYPE_OBJECT)

enum
{
  CHANGED,
  DOCUMENT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (CritRulesFollower *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Before a record is begun, those that it would be begun under. */
static CritRules *
get_rules_in_use (CritRulesFollower *self)
{
  return self->session != NULL ? crit_session_get_rules (self->session) : self->chosen;
}

static CritDocument *
get_watched (CritRulesFollower *self)
{
  return self->watch != NULL ? crit_document_watch_get_document (self->watch) : NULL;
}

/* Rules, no record, and for the same criteria as those in use. */
static gboolean
is_edition (CritDocument *document, const CritRules *in_use)
{
  const CritRules *rules = crit_document_get_rules (document);

  return rules != NULL && crit_document_get_record (document) == NULL
         && g_str_equal (rules->id, in_use->id);
}

static gboolean
differs (CritDocument *document, const CritRules *in_use)
{
  return !g_str_equal (crit_rules_get_digest (crit_document_get_rules (document)),
                       crit_rules_get_digest (in_use));
}

static int
compare_with (CritDocument *document, const CritRules *in_use)
{
  return crit_version_compare (crit_document_get_rules (document)->version, in_use->version);
}

/* The newest edition in the folders, where it is newer than the one in use. Of the same version it is worth an offer only
 * to a record that came with its own rules, where those are not in the folders. */
static CritDocument *
find_newer (CritRulesFollower *self, const CritRules *in_use)
{
  GListModel *model = G_LIST_MODEL (self->library);
  CritDocument *best = NULL;
  gboolean in_folders = self->watch != NULL;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CritDocument) document = g_list_model_get_item (model, i);

      if (!is_edition (document, in_use))
        continue;
      if (!differs (document, in_use))
        in_folders = TRUE;
      else if (best == NULL || compare_with (document, crit_document_get_rules (best)) > 0)
        best = document;
    }
  return best != NULL && compare_with (best, in_use) >= (in_folders ? 1 : 0) ? best : NULL;
}

/* Nothing changes under somebody's hands that was saved, is being saved, or was declined. */
static gboolean
may_follow (CritRulesFollower *self)
{
  return !self->declined && crit_session_get_file (self->session) == NULL
         && !crit_session_is_saving (self->session)
         && (self->is_busy == NULL || !self->is_busy (self->data));
}

static void
forget_change (CritRulesFollower *self)
{
  g_clear_pointer (&self->former, crit_rules_unref);
  g_clear_pointer (&self->present, crit_rules_unref);
  g_ptr_array_set_size (self->lost, 0);
}

static gboolean
is_present_in_use (CritRulesFollower *self)
{
  CritRules *in_use = get_rules_in_use (self);

  return self->present != NULL && in_use != NULL
         && g_str_equal (crit_rules_get_digest (self->present), crit_rules_get_digest (in_use));
}

static void
use (CritRulesFollower *self, CritDocument *document)
{
  g_autoptr (CritRules) former = crit_rules_ref (get_rules_in_use (self));

  if (!is_present_in_use (self))
    g_ptr_array_set_size (self->lost, 0);
  g_clear_pointer (&self->former, crit_rules_unref);
  g_clear_pointer (&self->present, crit_rules_unref);
  self->former = g_steal_pointer (&former);
  self->present = crit_rules_ref (crit_document_get_rules (document));
  crit_session_use_rules (self->session, crit_document_get_rules (document), self->lost);
}

static void
set_chosen (CritRulesFollower *self, CritDocument *document)
{
  CritRules *rules = crit_document_get_rules (document);

  if (rules == NULL || crit_document_get_record (document) != NULL)
    return;
  g_clear_pointer (&self->chosen, crit_rules_unref);
  self->chosen = crit_rules_ref (rules);
}

static void
follow (CritRulesFollower *self, CritDocument *document)
{
  CritRules *in_use = get_rules_in_use (self);

  if (is_edition (document, in_use) && differs (document, in_use) && may_follow (self))
    use (self, document);
}

static void
document_cb (CritRulesFollower *self)
{
  g_autoptr (CritDocument) document = g_object_ref (get_watched (self));

  if (self->session != NULL)
    follow (self, document);
  else
    {
      set_chosen (self, document);
      g_signal_emit (self, signals[DOCUMENT_CHANGED], 0, document);
    }
  tell (self);
}

/* Undo of the change says as much as the button. */
static void
record_cb (CritRulesFollower *self)
{
  if (self->present != NULL)
    self->declined = !is_present_in_use (self);
  tell (self);
}

static void
crit_rules_follower_dispose (GObject *object)
{
  CritRulesFollower *self = CRIT_RULES_FOLLOWER (object);

  forget_change (self);
  g_clear_pointer (&self->chosen, crit_rules_unref);
  g_clear_object (&self->watch);
  g_clear_object (&self->session);
  g_clear_object (&self->library);
  G_OBJECT_CLASS (crit_rules_follower_parent_class)->dispose (object);
}

static void
crit_rules_follower_finalize (GObject *object)
{
  CritRulesFollower *self = CRIT_RULES_FOLLOWER (object);

  g_ptr_array_unref (self->lost);
  g_free (self->dismissed);
  G_OBJECT_CLASS (crit_rules_follower_parent_class)->finalize (object);
}

static void
crit_rules_follower_class_init (CritRulesFollowerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = crit_rules_follower_dispose;
  object_class->finalize = crit_rules_follower_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[DOCUMENT_CHANGED] =
      g_signal_new ("document-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, CRIT_TYPE_DOCUMENT);
}

static void
crit_rules_follower_init (CritRulesFollower *self)
{
  self->lost = crit_lost_answers_new ();
}

/**
 * crit_rules_follower_new:
 * @library: where newer editions may be
 *
 * Returns: (transfer full): a follower of nothing yet
 */
CritRulesFollower *
crit_rules_follower_new (CritLibrary *library)
{
  CritRulesFollower *self = NULL;

  g_return_val_if_fail (CRIT_IS_LIBRARY (library), NULL);

  self = g_object_new (CRIT_TYPE_RULES_FOLLOWER, NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "items-changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * crit_rules_follower_set_document:
 * @self: a follower without a record
 * @document: (nullable): the rules file that is open
 *
 * Says which file to follow.
 */
void
crit_rules_follower_set_document (CritRulesFollower *self, CritDocument *document)
{
  g_return_if_fail (CRIT_IS_RULES_FOLLOWER (self));
  g_return_if_fail (document == NULL || CRIT_IS_DOCUMENT (document));

  if (document == get_watched (self))
    return;
  g_clear_object (&self->watch);
  g_clear_pointer (&self->chosen, crit_rules_unref);
  g_clear_pointer (&self->dismissed, g_free);
  if (document == NULL)
    return;
  set_chosen (self, document);
  self->watch = crit_document_watch_new (document);
  g_signal_connect_object (self->watch, "notify::document", G_CALLBACK (document_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * crit_rules_follower_set_session:
 * @self: a follower without a record
 * @session: the record that was opened or begun
 * @is_busy: (nullable): asked before the record goes on under other rules unasked
 * @data: for @is_busy
 *
 * Follows the rules of a record: on from the file that was followed before, unless the record was read from a file of its
 * own and so came with its own rules.
 */
void
crit_rules_follower_set_session (CritRulesFollower *self,
                                 CritSession *session,
                                 CritRulesFollowerFunc is_busy,
                                 gpointer data)
{
  g_return_if_fail (CRIT_IS_RULES_FOLLOWER (self));
  g_return_if_fail (CRIT_IS_SESSION (session) && self->session == NULL);

  if (crit_session_get_file (session) != NULL)
    g_clear_object (&self->watch);
  self->session = g_object_ref (session);
  self->is_busy = is_busy;
  self->data = data;
  g_signal_connect_object (session, "notify::record", G_CALLBACK (record_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::undo-label", G_CALLBACK (tell), self,
                           G_CONNECT_SWAPPED);
  crit_rules_follower_look (self);
}

/**
 * crit_rules_follower_look:
 * @self: a follower
 *
 * Looks whether anything has changed that the system did not tell: for when somebody comes back to a window.
 */
void
crit_rules_follower_look (CritRulesFollower *self)
{
  gint64 now = g_get_monotonic_time ();

  g_return_if_fail (CRIT_IS_RULES_FOLLOWER (self));

  if (self->watch != NULL)
    crit_document_watch_look (self->watch);
  if (self->session == NULL || (self->looked != 0 && now - self->looked < SOON))
    return;
  self->looked = now;
  crit_library_refresh (self->library);
}

/**
 * crit_rules_follower_get_trouble:
 * @self: a follower
 *
 * Returns: (transfer none) (nullable): what the rules file is now, where it cannot take the place of the rules in use
 */
CritDocument *
crit_rules_follower_get_trouble (CritRulesFollower *self)
{
  CritDocument *document = NULL;
  CritRules *in_use = NULL;

  g_return_val_if_fail (CRIT_IS_RULES_FOLLOWER (self), NULL);

  document = get_watched (self);
  in_use = get_rules_in_use (self);
  return document != NULL && in_use != NULL && !is_edition (document, in_use) ? document : NULL;
}

/**
 * crit_rules_follower_get_offer:
 * @self: a follower
 *
 * Returns: (transfer none) (nullable): another edition of the rules that the record could go on under
 */
CritDocument *
crit_rules_follower_get_offer (CritRulesFollower *self)
{
  CritDocument *document = NULL;
  CritRules *in_use = NULL;

  g_return_val_if_fail (CRIT_IS_RULES_FOLLOWER (self), NULL);

  document = get_watched (self);
  in_use = get_rules_in_use (self);
  if (self->session == NULL)
    return NULL;
  if (document != NULL && is_edition (document, in_use) && differs (document, in_use))
    return document;
  return find_newer (self, in_use);
}

/**
 * crit_rules_follower_get_lost:
 * @self: a follower
 *
 * Returns: (transfer none) (nullable) (element-type CritLostAnswer): answers that the rules in use had no room for; %NULL
 *   where the rules have not changed, or the change was undone
 */
GPtrArray *
crit_rules_follower_get_lost (CritRulesFollower *self)
{
  g_return_val_if_fail (CRIT_IS_RULES_FOLLOWER (self), NULL);

  return is_present_in_use (self) ? self->lost : NULL;
}

/**
 * crit_rules_follower_can_go_back:
 * @self: a follower
 *
 * Returns: whether crit_rules_follower_go_back() would undo nothing but the change of the rules
 */
gboolean
crit_rules_follower_can_go_back (CritRulesFollower *self)
{
  g_return_val_if_fail (CRIT_IS_RULES_FOLLOWER (self), FALSE);

  return is_present_in_use (self) && crit_session_can_go_back (self->session);
}

static void
add_trouble (GPtrArray *sentences, CritDocument *document)
{
  const char *text = _ ("The rules file has changed and cannot be used. The rules as they were "
                        "stay in use.");

  if (crit_document_get_contents (document) == NULL)
    text = _ ("The rules file is gone or cannot be read any more. The rules as they were stay in "
              "use.");
  else if (crit_document_get_rules (document) != NULL)
    text = _ ("The rules file now holds something else. The rules as they were stay in use.");
  g_ptr_array_add (sentences, g_strdup (text));
}

static void
add_change (CritRulesFollower *self, GPtrArray *sentences)
{
  if (g_str_equal (self->former->version, self->present->version))
    g_ptr_array_add (
        sentences,
        /* Translators: %s is the version of a rules file. */
        g_strdup_printf (_ ("The rules have changed, and still say that they are version %s."),
                         self->present->version));
  else
    g_ptr_array_add (sentences,
                     /* Translators: %1$s and %2$s are versions of a rules file. */
                     g_strdup_printf (_ ("The rules have changed from version %1$s to %2$s."),
                                      self->former->version, self->present->version));
  if (self->lost->len == 0)
    g_ptr_array_add (sentences, g_strdup (_ ("All answers were kept.")));
  else
    g_ptr_array_add (
        sentences,
        /* Translators: %u answers of a record fit no question of the changed rules. */
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u answer or note has no place in them.",
                                      "%u answers or notes have no place in them.",
                                      self->lost->len),
                         self->lost->len));
}

static void
add_offer (CritRulesFollower *self, GPtrArray *sentences, CritDocument *offer)
{
  CritRules *in_use = get_rules_in_use (self);
  CritRules *offered = crit_document_get_rules (offer);

  if (compare_with (offer, in_use) > 0)
    g_ptr_array_add (
        sentences,
        /* Translators: %1$s and %2$s are versions of a rules file. */
        g_strdup_printf (_ ("A newer version of these criteria is on this computer: %1$s. This "
                            "record goes on under %2$s unless you choose otherwise."),
                         offered->version, in_use->version));
  else
    g_ptr_array_add (
        sentences,
        /* Translators: %s is the version of a rules file. */
        g_strdup_printf (_ ("The rules file of these criteria on this computer differs from the "
                            "rules of this record. It says that it is version %s."),
                         offered->version));
}

/* What there is to say, dismissed or not. */
static char *
dup_text (CritRulesFollower *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  CritDocument *trouble = crit_rules_follower_get_trouble (self);
  CritDocument *offer = crit_rules_follower_get_offer (self);

  if (is_present_in_use (self))
    add_change (self, sentences);
  if (trouble != NULL)
    add_trouble (sentences, trouble);
  if (offer != NULL)
    add_offer (self, sentences, offer);
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

/**
 * crit_rules_follower_dup_text:
 * @self: a follower
 *
 * Returns: (transfer full) (nullable): what is to be said, in sentences, translated; %NULL where there is nothing new
 */
char *
crit_rules_follower_dup_text (CritRulesFollower *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (CRIT_IS_RULES_FOLLOWER (self), NULL);

  text = dup_text (self);
  return *text == '\0' || g_strcmp0 (text, self->dismissed) == 0 ? NULL : g_steal_pointer (&text);
}

/**
 * crit_rules_follower_use_offer:
 * @self: a follower
 *
 * Goes on with the record under the rules that are offered.
 */
void
crit_rules_follower_use_offer (CritRulesFollower *self)
{
  g_autoptr (CritDocument) offer = NULL;

  g_return_if_fail (CRIT_IS_RULES_FOLLOWER (self));

  g_set_object (&offer, crit_rules_follower_get_offer (self));
  if (offer == NULL)
    return;
  use (self, offer);
  tell (self);
}

/**
 * crit_rules_follower_go_back:
 * @self: a follower
 *
 * Goes back to the rules that were in use before. From then on others are offered only.
 */
void
crit_rules_follower_go_back (CritRulesFollower *self)
{
  g_return_if_fail (CRIT_IS_RULES_FOLLOWER (self));

  if (crit_rules_follower_can_go_back (self))
    crit_session_undo (self->session);
}

/**
 * crit_rules_follower_dismiss:
 * @self: a follower
 *
 * Says that what crit_rules_follower_dup_text() says has been read.
 */
void
crit_rules_follower_dismiss (CritRulesFollower *self)
{
  g_return_if_fail (CRIT_IS_RULES_FOLLOWER (self));

  forget_change (self);
  g_free (self->dismissed);
  self->dismissed = dup_text (self);
  tell (self);
}
