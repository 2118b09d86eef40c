ListNode* merge_two_lists(ListNode* a, ListNode* b) {
    ListNode* first = nullptr;
    ListNode** link = &first;  // the pointer that the next node goes into
    while (a != nullptr && b != nullptr) {
        ListNode*& smaller = b->val < a->val ? b : a;
        *link = smaller;
        link = &smaller->next;
        smaller = smaller->next;
    }
    *link = a != nullptr ? a : b;
    return first;
}
