/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A large record: 200 questions, 200 criteria, 30 entries. An answer makes and destroys no widget but for what it changes,
 * and what follows from it is shown at once, so that the next frame has it. */

#include "config.h"

#include "crit-checklist-page.h"
#include "crit-criterion-row.h"
#include "crit-question-view.h"
#include "crit-radio-group.h"
#include "crit-window-private.h"
#include "record/crit-record-file.h"
#include "record/crit-record-reader.h"
#include "window-support.h"

#define N_CRITERIA 200

static const char *rules_path;
static const char *record_path;

typedef struct
{
  CritSession *session;
  CritWindow *window;
  GtkWidget *page;
} Fixture;

static GBytes *
read_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static CritSession *
open_session (void)
{
  g_autoptr (GPtrArray) findings = crit_findings_new ();
  g_autoptr (GBytes) rules_text = read_file (rules_path);
  g_autoptr (GBytes) record_text = read_file (record_path);
  g_autoptr (CritRules) rules = crit_rules_load (rules_text, findings);
  g_autoptr (CritRecord) record = crit_record_read (record_text, rules, findings);

  g_assert_nonnull (record);
  g_assert_cmpuint (rules->criteria->len, ==, N_CRITERIA);
  return crit_session_new (record);
}

static void
settle (Fixture *self)
{
  app_support_settle (GTK_WIDGET (self->window));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  CritApplication *application = window_support_application ();

  self->session = open_session ();
  self->window =
      crit_window_new (GTK_APPLICATION (application), crit_application_get_library (application),
                       crit_application_get_drafts (application));
  crit_window_open_record (self->window, self->session, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  self->page = app_support_find_type (GTK_WIDGET (self->window), CRIT_TYPE_CHECKLIST_PAGE);
  settle (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  window_support_close_all ();
  g_object_unref (self->session);
}

/* --- What is there --- */

static void
collect (GtkWidget *widget, GHashTable *widgets)
{
  g_hash_table_add (widgets, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, widgets);
}

/* Every widget of the window, each held on to, so that no other can be made in its place. */
static GHashTable *
collect_all (Fixture *self)
{
  GHashTable *widgets = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  collect (GTK_WIDGET (self->window), widgets);
  return widgets;
}

static char *
describe (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_string_append_printf (text, "%s < ", G_OBJECT_TYPE_NAME (widget));
  return g_string_free (text, FALSE);
}

/* Those of @some that are not among @others; said in a message, so that a failure says which. */
static guint
count_beside (GHashTable *some, GHashTable *others, const char *what)
{
  GHashTableIter iter = { 0 };
  gpointer widget = NULL;
  guint n = 0;

  g_hash_table_iter_init (&iter, some);
  while (g_hash_table_iter_next (&iter, &widget, NULL))
    if (!g_hash_table_contains (others, widget))
      {
        g_autofree char *text = describe (widget);

        g_test_message ("%s: %s", what, text);
        n++;
      }
  return n;
}

typedef struct
{
  guint made;
  guint destroyed;
} Count;

static CritPlace
find_place (Fixture *self, const char *pointer)
{
  return app_support_place (self->session, pointer);
}

/* Answers by way of the history, as every widget does. */
static Count
answer (Fixture *self, const char *pointer, CritAnswer answer)
{
  CritPlace place = find_place (self, pointer);
  g_autoptr (GHashTable) before = collect_all (self);
  g_autoptr (GHashTable) after = NULL;

  crit_history_set_answer (crit_session_get_history (self->session), &place, &answer);
  settle (self);
  after = collect_all (self);
  g_assert_cmpuint (g_hash_table_size (before), >, N_CRITERIA * 10);
  return (Count){ count_beside (after, before, "made"), count_beside (before, after, "destroyed") };
}

static void
assert_none (Count count)
{
  g_assert_cmpuint (count.made, ==, 0);
  g_assert_cmpuint (count.destroyed, ==, 0);
}

static void
go_to (Fixture *self, const char *pointer)
{
  CritPlace place = find_place (self, pointer);

  crit_session_go_to (self->session, &place);
  settle (self);
}

static CritAnswer
of_boolean (gboolean boolean)
{
  return (CritAnswer){ .kind = CRIT_ANSWER_BOOLEAN, .boolean = boolean };
}

/* --- Tests --- */

/* One answer becomes another: nothing is open that was not, so everything stays, whatever statuses change. */
static void
test_answered_anew (Fixture *self, gconstpointer data)
{
  answer (self, "question-0", of_boolean (TRUE));
  answer (self, "question-1", (CritAnswer){ .kind = CRIT_ANSWER_NUMBER, .number = 30 });
  answer (self, "question-3", (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2019, 0, 0 } });

  assert_none (answer (self, "question-0", of_boolean (FALSE)));
  assert_none (answer (self, "question-0", of_boolean (TRUE)));
  assert_none (
      answer (self, "question-1", (CritAnswer){ .kind = CRIT_ANSWER_NUMBER, .number = 129 }));
  assert_none (answer (self, "question-3",
                       (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2026, 9, 1 } }));
}

/* The same in one of 30 entries, which 40 criteria count: its card and all others stay. */
static void
test_entry (Fixture *self, gconstpointer data)
{
  answer (self, "trials/complete", of_boolean (TRUE));
  go_to (self, "trials/3/worked");
  go_to (self, "trials/7/started");
  assert_none (answer (self, "trials/3/worked", of_boolean (TRUE)));
  assert_none (answer (self, "trials/3/worked", of_boolean (FALSE)));
  assert_none (answer (self, "trials/7/started",
                       (CritAnswer){ .kind = CRIT_ANSWER_DATE, .date = { 2012, 1, 0 } }));
}

static CritCriterionRow *
find_row (Fixture *self, const char *text)
{
  GtkWidget *label = app_support_find_label (self->page, text);

  g_assert_nonnull (label);
  return CRIT_CRITERION_ROW (gtk_widget_get_ancestor (label, CRIT_TYPE_CRITERION_ROW));
}

static GtkWidget *
find_links (Fixture *self, guint criterion)
{
  g_autofree char *text =
      g_strdup_printf ("What criterion %u says, in a sentence of the usual length.", criterion);

  return window_support_find (find_row (self, text), "links");
}

/* What is no longer open is no longer a link: that one link goes and comes, and nothing else does. */
static void
test_opened (Fixture *self, gconstpointer data)
{
  GtkWidget *links = NULL;
  Count count = { 0 };

  answer (self, "question-5", of_boolean (TRUE));
  links = find_links (self, 5);
  g_assert_null (gtk_widget_get_first_child (links));
  count = answer (self, "question-5", (CritAnswer){ 0 });
  g_assert_nonnull (gtk_widget_get_first_child (links));
  /* The button, its words, and what a button is made of. */
  g_assert_cmpuint (count.made, <=, 3);
  g_assert_cmpuint (count.destroyed, ==, 0);
  count = answer (self, "question-5", of_boolean (FALSE));
  g_assert_cmpuint (count.made, ==, 0);
  g_assert_cmpuint (count.destroyed, <=, 3);
}

/* Without any, and not said to be none, every criterion that counts trials waits for them. */
static void
remove_trials (Fixture *self)
{
  CritPlace list = find_place (self, "trials");
  const CritAnswer *trials = app_support_answer (self->session, "trials");

  for (guint n = trials->entries->n_entries; n > 0; n--)
    crit_history_remove_entry (crit_session_get_history (self->session), list.question, n - 1);
  answer (self, "trials/complete", of_boolean (FALSE));
}

/* Of the criteria that look at a question and at the trials, one that waits for both: then it has links to both. */
static guint
find_criterion_of_two (Fixture *self)
{
  for (guint i = 4; i < N_CRITERIA; i += 5)
    {
      g_autofree char *pointer = g_strdup_printf ("question-%u", i);
      GtkWidget *first = NULL;

      answer (self, pointer, (CritAnswer){ 0 });
      first = gtk_widget_get_first_child (find_links (self, i));
      if (first != NULL && gtk_widget_get_next_sibling (first) != NULL)
        return i;
    }
  g_assert_not_reached ();
}

/* Links that stay are the very same beside one that goes. */
static void
test_links_stay (Fixture *self, gconstpointer data)
{
  guint criterion = 0;
  GtkWidget *links = NULL;
  GtkWidget *second = NULL;
  g_autofree char *pointer = NULL;

  remove_trials (self);
  criterion = find_criterion_of_two (self);
  links = find_links (self, criterion);
  second = gtk_widget_get_next_sibling (gtk_widget_get_first_child (links));
  pointer = g_strdup_printf ("question-%u", criterion);
  g_assert_cmpuint (answer (self, pointer, of_boolean (FALSE)).made, ==, 0);
  g_assert_true (gtk_widget_get_first_child (links) == second);
}

/* What is open in another way says so, in the link that was there. */
static void
test_link_renamed (Fixture *self, gconstpointer data)
{
  GtkWidget *link = NULL;

  answer (self, "question-5", (CritAnswer){ 0 });
  link = gtk_widget_get_first_child (find_links (self, 5));
  gtk_test_accessible_assert_property (link, GTK_ACCESSIBLE_PROPERTY_LABEL, "Go to: Answer 5");
  answer (self, "question-5",
          (CritAnswer){ .kind = CRIT_ANSWER_UNKNOWN, .unknown = CRIT_UNKNOWN_AWAITING });
  gtk_test_accessible_assert_property (link, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Go to: Answer 5 (awaiting a result)");
}

/* Before anything is drawn the panel says it; so the first frame after the key has it, whichever frame that is. */
static void
test_at_once (Fixture *self, gconstpointer data)
{
  CritCriterionRow *row =
      find_row (self, "What criterion 0 says, in a sentence of the usual length.");
  GtkWidget *status = window_support_find (row, "status");
  GtkWidget *group = app_support_find_type (self->page, CRIT_TYPE_RADIO_GROUP);
  GtkWidget *yes = gtk_widget_get_first_child (group);
  GtkWidget *no = gtk_widget_get_next_sibling (yes);

  gtk_widget_activate (yes);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (status)), !=, "Not known yet");
  gtk_widget_activate (no);
  g_assert_true (crit_criterion_row_is_changed (row));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (no)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "changed"));
}

typedef void (*Test) (Fixture *self, gconstpointer data);

static void
add (const char *path, Test test)
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  window_support_init (&argc, &argv);
  g_assert_cmpint (argc, ==, 3);
  rules_path = argv[1];
  record_path = argv[2];
  add ("/rebuilt/answered-anew", test_answered_anew);
  add ("/rebuilt/entry", test_entry);
  add ("/rebuilt/opened", test_opened);
  add ("/rebuilt/links-stay", test_links_stay);
  add ("/rebuilt/link-renamed", test_link_renamed);
  add ("/rebuilt/at-once", test_at_once);
  return window_support_run ();
}
